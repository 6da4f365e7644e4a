package io.rowcall.core.record;

import org.jspecify.annotations.Nullable;

/**
 * Heuristic that distinguishes path segments of a route from those that a client chooses: ids,
 * tokens, addresses, file names with a hash.
 *
 * <p>A segment is kept if it reads like words: pronounceable letters in lower case, upper case or
 * camel case, separated by dashes, dots and underscores, with at most one digit after a word
 * ({@code oauth2}), a version ({@code v12}) or a short number ({@code my-500}). Three words with a
 * digit are a slug ({@code canon-eos5-camera}), and are not kept. So the formats of ids need not be
 * known. A segment of natural language, such as a title, looks like a route, and is bounded only by
 * the number of endpoints.
 */
final class RouteWords {
  private static final int MAX_LENGTH = 64;
  private static final int MAX_WORDS = 6;
  private static final int MAX_LETTERS = 20;

  /** Words from which on a digit makes a slug: {@code h2-console} is a route. */
  private static final int SLUG_WORDS = 3;

  /** A segment of this length is kept, whatever its letters: {@code wsdl}. */
  private static final int SHORT = 5;

  /** Maximum letters per vowel, for words such as {@code flights}. */
  private static final int LETTERS_PER_VOWEL = 6;

  private static final int MAX_CONSONANTS = 4;

  /**
   * Letters that follow each letter, from a to z, in the words of class names and documents: pairs
   * that occur in 6 of 5,439 words. They cover 95 % of these words, and 0.3 % of random texts of
   * twelve letters.
   */
  private static final String[] FOLLOWERS = {
    "bcdfgiklmnprstuvwxyz",
    "abceijlmorstuy",
    "acehiklorstuy",
    "abcdegilorsuvy",
    "abcdefghijklmnopqrstuvwxy",
    "aefilmorstuy",
    "aeghilmnorsu",
    "aeimorstuy",
    "abcdefgklmnoprstvxz",
    "adeosu",
    "adeilnos",
    "abcdefilopstuvy",
    "abceiklmopstuy",
    "abcdefghijklmnoprstuvwy",
    "abcdefgijklmnoprstuvwxy",
    "acdehiloprstuy",
    "lu",
    "abcdefgiklmnoprstuvwy",
    "acefhiklmnopqstuwy",
    "acdefhilmoprstuwy",
    "abcdefgilmnoprstx",
    "aeio",
    "aehilnors",
    "aceipt",
    "abcegilmnopstw",
    "aeio"
  };

  private static final int[] FOLLOWS = bits();

  private RouteWords() {}

  /**
   * The decoded segment, if it belongs to the route.
   *
   * @param segment the text between two slashes, percent-encoded
   * @return null if a client chose it
   */
  static @Nullable String keep(String segment) {
    String text = segment.indexOf('%') < 0 ? segment : decoded(segment);
    return text != null && (text.isEmpty() || text.equals("*") || readsLikeWords(text))
        ? text
        : null;
  }

  /** Decodes ASCII. Anything else was chosen by a client: null. */
  private static @Nullable String decoded(String segment) {
    StringBuilder text = new StringBuilder(segment.length());
    for (int i = 0; i < segment.length(); i++) {
      char c = segment.charAt(i);
      if (c == '%') {
        int high = i + 2 < segment.length() ? Character.digit(segment.charAt(i + 1), 16) : -1;
        int low = high < 0 ? -1 : Character.digit(segment.charAt(i + 2), 16);
        if (low < 0 || high > 7) {
          return null;
        }
        c = (char) (high * 16 + low);
        i += 2;
      }
      text.append(c);
    }
    return text.toString();
  }

  private static boolean readsLikeWords(String text) {
    int length = text.length();
    if (length > MAX_LENGTH) {
      return false;
    }
    if (isShortNumbered(text)) {
      return true;
    }
    int words = 0;
    int digits = 0;
    int letters = 0;
    int rareTotal = 0;
    int capitals = 0;
    boolean hex = true;
    boolean numbered = false;
    boolean separated = false;
    for (int i = 0; i < length; ) {
      char c = text.charAt(i);
      if (isLetter(c)) {
        int end = endOfWord(text, i);
        int rare = rarePairs(text, i, end);
        if (rare < 0 || (end - i < 2 && isLetterAt(text, end))) {
          return false;
        }
        hex &= isHex(text, i, end);
        boolean upperCase = end - i > 1 && isUpper(text.charAt(i + 1));
        capitals += upperCase ? 1 : 0;
        rareTotal += upperCase && end - i < SHORT ? 0 : rare;
        letters += end - i;
        words++;
        i = end;
      } else if (isDigit(c)) {
        int end = i + 1;
        while (end < length && isDigit(text.charAt(end))) {
          end++;
        }
        digits += end - i;
        boolean version = i > 0 && (text.charAt(i - 1) | 0x20) == 'v' && !isLetterAt(text, i - 2);
        if (i == 0 || !isLetterAt(text, i - 1) || isLetterAt(text, end)) {
          return false;
        }
        if (digits > (version ? 2 : 1)) {
          return false;
        }
        numbered |= !version;
        i = end;
      } else if (c == '-' || c == '_' || c == '.' || c == ':' || (c == '$' && i == 0)) {
        separated |= (c == '-' || c == '_') && i > 0;
        i++;
      } else {
        return false;
      }
    }
    boolean isShort = letters <= SHORT && words == 1;
    return words > 0
        && words <= MAX_WORDS
        && !(numbered && separated && words >= SLUG_WORDS)
        && (isShort || rareTotal <= 1)
        && !(hex && letters + digits >= 8)
        && (isShort || rareTotal == 0 || (digits == 0 && capitals == 0))
        && (words < 3 || letters * 2 > words * 5)
        && (capitals <= 1 || text.indexOf('_') > 0);
  }

  /** {@code my-500}, {@code top-10}: two or three lower-case letters and up to three digits. */
  private static boolean isShortNumbered(String text) {
    int dash = text.indexOf('-');
    int length = text.length();
    if (dash < 2 || dash > 3 || length == dash + 1 || length > dash + 4) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (i != dash && !(i < dash ? isLower(c) : isDigit(c))) {
        return false;
      }
    }
    return true;
  }

  /** The end of a word: lower case, capitalized, or all upper case. */
  private static int endOfWord(String text, int from) {
    int end = from + 1;
    if (isUpper(text.charAt(from))) {
      while (end < text.length() && isUpper(text.charAt(end))) {
        end++;
      }
      if (end - from > 1) {
        // The last of several capitals starts the next word: XMLHttp.
        return end < text.length() && isLower(text.charAt(end)) ? end - 1 : end;
      }
    }
    while (end < text.length() && isLower(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Number of letter pairs that are rare in words; -1 if it cannot be a word. */
  private static int rarePairs(String text, int from, int end) {
    if (end - from > MAX_LETTERS) {
      return -1;
    }
    int rare = 0;
    int vowels = 0;
    int consonants = 0;
    int last = -1;
    for (int i = from; i < end; i++) {
      int letter = (text.charAt(i) | 0x20) - 'a';
      if (last >= 0 && (FOLLOWS[last] & (1 << letter)) == 0) {
        rare++;
      }
      if ("aeiouy".indexOf('a' + letter) >= 0) {
        vowels++;
        consonants = 0;
      } else if (++consonants > MAX_CONSONANTS) {
        return -1;
      }
      last = letter;
    }
    int letters = end - from;
    boolean pronounceable = vowels * LETTERS_PER_VOWEL >= letters - 1 && vowels * 3 <= letters * 2;
    return letters <= SHORT || pronounceable ? rare : -1;
  }

  private static boolean isHex(String text, int from, int end) {
    for (int i = from; i < end; i++) {
      if ((text.charAt(i) | 0x20) > 'f') {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetterAt(String text, int index) {
    return index >= 0 && index < text.length() && isLetter(text.charAt(index));
  }

  private static boolean isLetter(char c) {
    return isLower(c) || isUpper(c);
  }

  private static boolean isLower(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int[] bits() {
    int[] bits = new int[FOLLOWERS.length];
    for (int letter = 0; letter < bits.length; letter++) {
      String followers = FOLLOWERS[letter];
      for (int i = 0; i < followers.length(); i++) {
        bits[letter] |= 1 << (followers.charAt(i) - 'a');
      }
    }
    return bits;
  }
}
