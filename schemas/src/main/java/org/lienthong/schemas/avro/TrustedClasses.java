package org.lienthong.schemas.avro;

import org.apache.avro.util.ClassSecurityValidator;

/**
 * What Avro may do in this process. It tells Avro that it may instantiate the generated classes of this project. Since
 * 1.12.2 Avro refuses every class that is not trusted by name, so that a foreign schema cannot make it load an
 * arbitrary one. It also bounds what Avro allocates before it has seen the data, so that a few wrong bytes that claim a
 * length of two gigabytes cannot end the process.
 */
public final class TrustedClasses {

    private static final String OURS = "org.lienthong.schemas.";

    /** Far above any record that a broker takes (1 MiB unless set otherwise). */
    private static final String LONGEST = String.valueOf(16 << 20);

    static {
        limit("org.apache.avro.limits.string.maxLength");
        limit("org.apache.avro.limits.bytes.maxLength");
        limit("org.apache.avro.limits.collectionItems.maxLength");
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(), type -> type.getName().startsWith(OURS)));
    }

    private TrustedClasses() {}

    private static void limit(String property) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, LONGEST);
        }
    }

    /** Call from a static initialiser, before the first record is built or read; repeating it costs nothing. */
    public static void trust() {
        // The work is done once, when this class is initialised.
    }
}
