package io.rowcall.cli.gate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A budget's text with some numbers lowered and some debt struck out. All else, comments and order
 * included, stays as people wrote it.
 */
final class BudgetEdit {
  private static final Pattern DASH = Pattern.compile("[ \\t]*-[ \\t]+");
  private static final Pattern BLANK_OR_COMMENT = Pattern.compile("[ \\t]*(#.*)?\\r?");

  /** The key when nothing is left below it. */
  private static final Pattern NO_DEBT = Pattern.compile("(?m)^debt:[ \\t]*\\R(?=[^\\s-]|\\z)");

  private final String text;
  private final List<Suppression> byHand = new ArrayList<>();

  /** New texts, by what they are instead of; the last of the file first, so that places stay. */
  private final TreeMap<TextRange, String> edits =
      new TreeMap<>(Comparator.comparingInt(TextRange::start).reversed());

  BudgetEdit(String text) {
    this.text = text;
  }

  void lower(Ratchet.Lower lower) {
    edits.put(lower.limit().at(), Long.toString(lower.to()));
  }

  /** Writes the id that a finding has now. */
  void renew(Suppression debt, String id) {
    edits.put(debt.id(), '"' + id + '"');
  }

  /** Strikes an entry out, if it has its lines for itself. */
  void strike(Suppression debt) {
    int start = text.lastIndexOf('\n', debt.at().start() - 1) + 1;
    if (!DASH.matcher(text.substring(start, debt.at().start())).matches()) {
      byHand.add(debt);
      return;
    }
    edits.put(new TextRange(start, endOfContent(debt.at())), "");
  }

  /** Debts that are to be struck out by hand, because they share a line. */
  List<Suppression> byHand() {
    return byHand;
  }

  String edited() {
    var edited = new StringBuilder(text);
    edits.forEach((span, instead) -> edited.replace(span.start(), span.end(), instead));
    return NO_DEBT.matcher(edited).replaceFirst("");
  }

  /**
   * After the line break of the last line that says something: a group ends where the next begins.
   */
  private int endOfContent(TextRange span) {
    int end = span.end();
    while (end > span.start()) {
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
