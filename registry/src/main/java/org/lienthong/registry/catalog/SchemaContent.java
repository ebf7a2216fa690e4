package org.lienthong.registry.catalog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;

/**
 * What an id stands for: the same content has the same id in every subject.
 *
 * @param text Avro JSON as Avro itself writes it, so that white space and order of attributes make no difference
 */
public record SchemaContent(String text, List<Reference> references) {

    public SchemaContent {
        references = List.copyOf(references);
    }

    /** The identity that needs no registry: MD5 of text and references, as clients of 8.0 and later compute it. */
    public String guid() {
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            md5.update(bytes(text));
            for (Reference reference : references) {
                md5.update(bytes(reference.name()));
                md5.update(bytes(reference.subject()));
                md5.update(ByteBuffer.allocate(Integer.BYTES)
                        .putInt(reference.version())
                        .flip());
            }
            ByteBuffer digest = ByteBuffer.wrap(md5.digest());
            return new UUID(digest.getLong(), digest.getLong()).toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
