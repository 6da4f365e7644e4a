package io.rowcall.core.sql;

import org.jspecify.annotations.Nullable;

/** One word, name, value or sign of a SQL text. Mutable: the lexer reuses four of them. */
final class Lexeme {
  Shape shape = Shape.START;
  int start;
  int end;

  /** What the word would be as a keyword, even where it cannot be one. */
  Keyword word = Keyword.NONE;

  /** What the word is, {@link Keyword#NONE} for names and for all that is no word. */
  Keyword keyword = Keyword.NONE;

  /** Whether a blank or a comment stands before it. */
  boolean spaced;

  /** Whether it is part of a password that is no literal. */
  boolean hidden;

  /** Whether a name, on which a dot goes on, stands before it. */
  boolean afterName;

  /** What to write instead of the source. */
  @Nullable String spelling;

  /** Whether it may be a name. */
  boolean isName() {
    return shape == Shape.QUOTED || (shape == Shape.WORD && keyword == Keyword.NONE);
  }

  /**
   * Whether a value has just ended with it, so that a minus would subtract and a {@code ?} compare.
   */
  boolean endsOperand() {
    switch (shape) {
      case QUOTED:
      case DOUBLE_QUOTED:
      case VALUE:
      case DIGIT_WORD:
      case QUESTION:
      case CLOSE:
      case CLOSE_SQUARE:
      case CLOSE_CURLY:
        return true;
      case WORD:
        return keyword == Keyword.NONE || keyword == Keyword.OPERAND || keyword == Keyword.END;
      default:
        return false;
    }
  }

  /** Whether a value may start with it. */
  boolean startsOperand() {
    switch (shape) {
      case QUOTED:
      case DOUBLE_QUOTED:
      case VALUE:
      case DIGIT_WORD:
      case QUESTION:
      case OPEN:
        return true;
      case WORD:
        return keyword == Keyword.NONE
            || keyword == Keyword.OPERAND
            || keyword == Keyword.ARRAY
            || keyword == Keyword.FUNCTION
            || keyword == Keyword.TRUE
            || keyword == Keyword.FALSE
            || keyword == Keyword.NULL;
      default:
        return false;
    }
  }

  /** What a lexeme looks like. */
  enum Shape {
    START,
    WORD,
    /** A name in backticks, brackets, or the dialect's double quotes. */
    QUOTED,
    /** In double quotes, where these may mean a name or a literal. */
    DOUBLE_QUOTED,
    /** A literal, a parameter that is no {@code ?}, or what could not be read. */
    VALUE,
    /** Starts with a digit but is no number: a name on some databases. */
    DIGIT_WORD,
    QUESTION,
    OPERATOR,
    OPEN,
    CLOSE,
    OPEN_SQUARE,
    CLOSE_SQUARE,
    OPEN_CURLY,
    CLOSE_CURLY,
    COMMA,
    DOT,
    SEMICOLON,
    END
  }
}
