package org.lienthong.reporting.digest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;

/**
 * A digest of the latest value of each key, whatever the order in which they came: the sum, modulo 2^256, of the
 * SHA-256 of key, 0x00 and value of every entry. A sum and not an exclusive or: with that, an entry that is counted
 * twice would vanish. An update takes the old value out and adds the new one, so nothing has to be read twice.
 *
 * <p>Memory: a key and 32 bytes for each entry; a province's year of dossiers (0.67 M) takes about 100 MB.
 */
final class TableDigest {

    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

    private final Map<String, byte[]> entries = new HashMap<>();
    private final MessageDigest sha256 = sha256();
    private BigInteger sum = BigInteger.ZERO;

    void put(String key, byte[] value) {
        remove(key);
        sha256.update(key.getBytes(UTF_8));
        sha256.update((byte) 0);
        byte[] hash = sha256.digest(value);
        entries.put(key, hash);
        sum = sum.add(new BigInteger(1, hash)).mod(MODULUS);
    }

    void remove(String key) {
        byte[] before = entries.remove(key);
        if (before != null) {
            sum = sum.subtract(new BigInteger(1, before)).mod(MODULUS);
        }
    }

    Digest digest() {
        return new Digest(entries.size(), "%064x".formatted(sum));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
