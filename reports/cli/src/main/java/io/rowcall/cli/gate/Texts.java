package io.rowcall.cli.gate;

import io.rowcall.cli.TerminalText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Texts of reports, made fit for verdicts. */
final class Texts {
  private static final int MAX_SQL = 120;
  private static final int HASH_BYTES = 16;

  /** What a fix would save, which differs from run to run. */
  private static final Pattern SAVED_TIME =
      Pattern.compile(", ~[0-9.]+ ms(?: of [0-9.]+ ms)?(?=[.,:;]? |[.,:;]?$)");

  private Texts() {}

  static String withoutSavedTime(String sentence) {
    return SAVED_TIME.matcher(sentence).replaceAll("");
  }

  static String cut(String sql) {
    return cut(sql, MAX_SQL);
  }

  /** At most so many characters, with a mark where some are missing; no half of a pair is left. */
  static String cut(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    int end = max - 3;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
        + "...";
  }

  /** So that no text can pass for a line of the log, or a command in it. */
  static String oneLine(String text) {
    return TerminalText.line(text).strip();
  }

  static String firstLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }

  static String hash(String text) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      byte[] hash = sha256.digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible); // Every Java has it.
    }
  }
}
