package io.rowcall.core.export;

/**
 * Writes a time in UTC, without the JDK's formats: these load resource bundles, whose classes fail
 * forever when they are first used while the heap is full.
 */
final class UtcTime {
  private static final long MILLIS_PER_DAY = 86_400_000;

  private UtcTime() {}

  /** {@code 2026-01-31T23:59:59.999Z}. */
  static String iso(long epochMillis) {
    StringBuilder text = date(epochMillis, "-").append('T');
    time(text, epochMillis, ":").append('.');
    return pad(text, Math.floorMod(epochMillis, 1_000L), 3).append('Z').toString();
  }

  /** {@code 20260131-235959}. */
  static String compact(long epochMillis) {
    return time(date(epochMillis, "").append('-'), epochMillis, "").toString();
  }

  /** Counts years from March, so that a leap day is the last of its year. */
  private static StringBuilder date(long epochMillis, String separator) {
    long days = Math.floorDiv(epochMillis, MILLIS_PER_DAY) + 719_468; // From 0000-03-01.
    long era = Math.floorDiv(days, 146_097L);
    long dayOfEra = days - era * 146_097;
    long yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
    long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    long monthFromMarch = (5 * dayOfYear + 2) / 153;
    long day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1;
    long month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
    long year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
    StringBuilder text = pad(new StringBuilder(24), year, 4).append(separator);
    return pad(pad(text, month, 2).append(separator), day, 2);
  }

  private static StringBuilder time(StringBuilder text, long epochMillis, String separator) {
    long seconds = Math.floorMod(epochMillis, MILLIS_PER_DAY) / 1_000;
    pad(text, seconds / 3_600, 2).append(separator);
    pad(text, seconds / 60 % 60, 2).append(separator);
    return pad(text, seconds % 60, 2);
  }

  private static StringBuilder pad(StringBuilder text, long value, int digits) {
    String written = Long.toString(value);
    for (int i = written.length(); i < digits; i++) {
      text.append('0');
    }
    return text.append(written);
  }
}
