package io.rowcall.gate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Edits the text of a budget: lowers numbers and removes suppressions. Everything else, including
 * comments and order, stays as people wrote it.
 */
final class BudgetEdit {
  private static final Pattern DASH = Pattern.compile("[ \\t]*-[ \\t]+");
  private static final Pattern BLANK_OR_COMMENT = Pattern.compile("[ \\t]*(#.*)?\\r?");

  /** The key {@code debt} with nothing below it. */
  private static final Pattern EMPTY_DEBT = Pattern.compile("(?m)^debt:[ \\t]*\\R(?=[^\\s-]|\\z)");

  private final String text;
  private final List<Suppression> sharingLine = new ArrayList<>();

  /** Replacements; the last in the file comes first, so that earlier ranges stay valid. */
  private final TreeMap<TextRange, String> replacements =
      new TreeMap<>(Comparator.comparingInt(TextRange::start).reversed());

  BudgetEdit(String text) {
    this.text = text;
  }

  void lower(LoweredLimit lowered) {
    replacements.put(lowered.limit().range(), Long.toString(lowered.to()));
  }

  /** Replaces the finding's id of a suppression. */
  void updateId(Suppression suppression, String id) {
    replacements.put(suppression.idRange(), '"' + id + '"');
  }

  /** Removes an entry, unless it shares its line with others. */
  void remove(Suppression suppression) {
    TextRange entry = suppression.range();
    int lineStart = text.lastIndexOf('\n', entry.start() - 1) + 1;
    if (!DASH.matcher(text.substring(lineStart, entry.start())).matches()) {
      sharingLine.add(suppression);
      return;
    }
    replacements.put(new TextRange(lineStart, endOfContent(entry)), "");
  }

  /** Suppressions that have to be removed by hand, because they share a line. */
  List<Suppression> notRemoved() {
    return sharingLine;
  }

  String result() {
    var edited = new StringBuilder(text);
    replacements.forEach(
        (range, replacement) -> edited.replace(range.start(), range.end(), replacement));
    return EMPTY_DEBT.matcher(edited).replaceFirst("");
  }

  /**
   * The end of the last line with content. A YAML mapping ends only where the next node starts, so
   * its range includes the blank lines and comments between them.
   */
  private int endOfContent(TextRange range) {
    int end = range.end();
    while (end > range.start()) {
      int lineStart = text.lastIndexOf('\n', end - 1) + 1;
      if (!BLANK_OR_COMMENT.matcher(text.substring(lineStart, end)).matches()) {
        break;
      }
      end = lineStart - 1;
    }
    int lineEnd = text.indexOf('\n', end);
    return lineEnd < 0 ? text.length() : lineEnd + 1;
  }
}
