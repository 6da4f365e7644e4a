package io.rowcall.gate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes the cause of a violation: the first 16 bytes of its SHA-256, in hexadecimal. */
final class Fingerprint {
  private static final int HASH_BYTES = 16;

  private Fingerprint() {}

  static String of(String cause) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      byte[] hash = sha256.digest(cause.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible); // Every JDK has SHA-256.
    }
  }
}
