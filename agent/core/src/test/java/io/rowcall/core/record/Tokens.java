package io.rowcall.core.record;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import java.util.UUID;

/** Path segments that clients choose: ids, tokens, hashes. */
final class Tokens {
  private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
  private static final String DIGITS = "0123456789";
  private static final String BASE62 = LOWER + LOWER.toUpperCase(java.util.Locale.ROOT) + DIGITS;

  private Tokens() {}

  static String of(String kind, Random random) {
    switch (kind) {
      case "digits":
        return Long.toString(random.nextInt(1_000_000));
      case "uuid":
        return new UUID(random.nextLong(), random.nextLong()).toString();
      case "hex":
        return text(random, 8 + random.nextInt(57), "0123456789abcdef");
      case "base62":
        return text(random, 16 + random.nextInt(30), BASE62);
      case "short-base62":
        return text(random, 11, BASE62);
      case "base64url":
        byte[] bytes = new byte[12 + random.nextInt(48)];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
      case "base32":
        return text(random, 16 + random.nextInt(16), "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567");
      case "ulid":
        return "01" + text(random, 24, "0123456789ABCDEFGHJKMNPQRSTVWXYZ");
      case "jwt":
        return base64("{\"alg\":\"HS256\"}")
            + "."
            + base64("{\"sub\":\"" + random.nextInt() + "\"}")
            + "."
            + text(random, 43, BASE62 + "-_");
      case "email":
        return text(random, 1 + random.nextInt(8), LOWER)
            + (random.nextBoolean() ? "@" : "%40")
            + text(random, 5, LOWER)
            + ".org";
      case "dashes":
        return text(random, 4, LOWER + DIGITS)
            + "-"
            + random.nextInt(100)
            + text(random, 4, LOWER + DIGITS)
            + "_"
            + text(random, 6, BASE62);
      case "bytes":
        return encodedBytes(random);
      case "date":
        return String.format("20%02d-%02d-%02d", random.nextInt(50), 1 + random.nextInt(12), 3);
      case "hashed-file":
        return "main." + text(random, 4, "0123456789") + text(random, 6, BASE62) + ".js";
      case "matrix":
        return random.nextInt(10_000) + ";jsessionid=" + text(random, 32, "0123456789ABCDEF");
      case "letters":
        return text(random, 16 + random.nextInt(10), LOWER);
      default:
        throw new IllegalArgumentException(kind);
    }
  }

  private static String base64(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String text(Random random, int length, String alphabet) {
    var text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  private static String encodedBytes(Random random) {
    var text = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      text.append(String.format("%%%02X", random.nextInt(256)));
    }
    return text.toString();
  }
}
