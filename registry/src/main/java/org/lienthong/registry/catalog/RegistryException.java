package org.lienthong.registry.catalog;

import java.util.List;

/** The registry says no. The codes are those that clients of Confluent's REST API know; the words are ours. */
public final class RegistryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int code;

    private RegistryException(int code, String message) {
        super(message);
        this.code = code;
    }

    /** {@code error_code} of the answer; its first three digits are the HTTP status. */
    public int code() {
        return code;
    }

    public int httpStatus() {
        return code < 1000 ? code : code / 100;
    }

    public static RegistryException noSubject(String subject) {
        return new RegistryException(40401, "there is no subject '" + subject + "'");
    }

    public static RegistryException noVersion(String subject, String version) {
        return new RegistryException(40402, "subject '" + subject + "' has no version " + version);
    }

    public static RegistryException noSchema(String what) {
        return new RegistryException(40403, "there is no schema with " + what);
    }

    public static RegistryException notRegistered(String subject) {
        return new RegistryException(40403, "this schema is not registered under '" + subject + "'");
    }

    public static RegistryException subjectDeleted(String subject) {
        return new RegistryException(
                40404, "subject '" + subject + "' is softly deleted already; add permanent=true to erase it");
    }

    public static RegistryException subjectNotDeleted(String subject) {
        return new RegistryException(
                40405, "subject '" + subject + "' is still in use: delete it without permanent=true first");
    }

    public static RegistryException versionDeleted(String subject, int version) {
        return new RegistryException(
                40406,
                "version %d of '%s' is softly deleted already; add permanent=true to erase it"
                        .formatted(version, subject));
    }

    public static RegistryException versionNotDeleted(String subject, int version) {
        return new RegistryException(
                40407,
                "version %d of '%s' is still in use: delete it without permanent=true first"
                        .formatted(version, subject));
    }

    public static RegistryException noLevel(String subject) {
        return new RegistryException(40408, "subject '" + subject + "' has no compatibility level of its own");
    }

    public static RegistryException noMode(String subject) {
        return new RegistryException(40409, "subject '" + subject + "' has no mode of its own");
    }

    public static RegistryException incompatible(String subject, List<String> problems) {
        return new RegistryException(
                409, "schema does not fit subject '" + subject + "': " + String.join("; ", problems));
    }

    public static RegistryException invalidSchema(String reason) {
        return new RegistryException(42201, "not a valid Avro schema: " + reason);
    }

    public static RegistryException invalidVersion(String version) {
        return new RegistryException(
                42202, "'" + version + "' is no version: give a number from 1 to 2147483647, or latest");
    }

    public static RegistryException invalidLevel(String level) {
        return new RegistryException(
                42203,
                "'" + level + "' is no compatibility level: give one of " + List.of(CompatibilityLevel.values()));
    }

    public static RegistryException invalidMode(String mode) {
        return new RegistryException(42204, "'" + mode + "' is no mode: give one of " + List.of(Mode.values()));
    }

    public static RegistryException notPermitted(String reason) {
        return new RegistryException(42205, reason);
    }

    public static RegistryException referenced(String subject, int version) {
        return new RegistryException(
                42206, "version %d of '%s' is referred to by another schema".formatted(version, subject));
    }

    public static RegistryException invalidRequest(String reason) {
        return new RegistryException(400, reason);
    }

    public static RegistryException timedOut(String reason) {
        return new RegistryException(50002, reason);
    }

    public static RegistryException notReady() {
        return new RegistryException(50303, "the registry is still reading its storage: try again");
    }

    public static RegistryException notWriter(String reason) {
        return new RegistryException(50304, reason);
    }
}
