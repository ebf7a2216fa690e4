package org.lienthong.schemas.serde;

import org.apache.avro.util.ClassSecurityValidator;

/**
 * Tells Avro that it may instantiate the generated classes of this project. Since 1.12.2 Avro refuses every class that
 * is not trusted by name, so that a foreign schema cannot make it load an arbitrary one.
 */
public final class TrustedClasses {

    private static final String OURS = "org.lienthong.schemas.";

    static {
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(), type -> type.getName().startsWith(OURS)));
    }

    private TrustedClasses() {}

    /** Call from a static initialiser, before the first record is built or read; repeating it costs nothing. */
    public static void trust() {
        // The work is done once, when this class is initialised.
    }
}
