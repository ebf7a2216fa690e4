package org.lienthong.registry.server;

/** Versions of one record, told apart by what they change. */
public final class Schemas {

    public static final String PERMIT = permit("");
    public static final String WITH_OPTIONAL = permit(",{\"name\":\"until\",\"type\":\"int\",\"default\":0}");
    public static final String WITH_REQUIRED = permit(",{\"name\":\"holder\",\"type\":\"string\"}");

    private Schemas() {}

    private static String permit(String moreFields) {
        return "{\"type\":\"record\",\"name\":\"Permit\",\"namespace\":\"a\",\"fields\":["
                + "{\"name\":\"number\",\"type\":\"string\",\"doc\":\"Số giấy phép\"}" + moreFields + "]}";
    }
}
