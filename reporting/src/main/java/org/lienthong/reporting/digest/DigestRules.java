package org.lienthong.reporting.digest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A digest of a set of entries in which their order has no part: the sum, modulo 2^256, of a hash of each.
 *
 * <p>A sum and not an exclusive or, for two reasons: an entry that is there twice would cancel itself out under
 * exclusive or, and stands out in a sum; and exclusive or is linear over bits, so that a set with any wanted digest is
 * found by solving equations. Neither resists somebody who makes up entries on purpose; it is to compare two honest
 * runs.
 */
final class DigestRules {

    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

    static final BigInteger EMPTY = BigInteger.ZERO;

    private DigestRules() {}

    /**
     * SHA-256 over key, 0x00 and value. The zero parts the two: no key of the platform has a zero byte in it.
     *
     * @return 32 bytes
     */
    static byte[] hash(String key, byte[] value) {
        MessageDigest sha256 = sha256();
        sha256.update(key.getBytes(UTF_8));
        sha256.update((byte) 0);
        return sha256.digest(value);
    }

    static BigInteger with(BigInteger digest, byte[] hash) {
        return digest.add(new BigInteger(1, hash)).mod(MODULUS);
    }

    /** Takes out what {@link #with} put in. */
    static BigInteger without(BigInteger digest, byte[] hash) {
        return digest.subtract(new BigInteger(1, hash)).mod(MODULUS);
    }

    /** 64 hexadecimal digits. */
    static String hex(BigInteger digest) {
        return "%064x".formatted(digest);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
