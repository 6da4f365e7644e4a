package io.rowcall.core.sql;

import org.jspecify.annotations.Nullable;

/** One word, name, value or sign of a SQL text. Mutable: the lexer reuses four of them. */
final class Token {
  TokenType shape = TokenType.START;
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
    return shape == TokenType.QUOTED || (shape == TokenType.WORD && keyword == Keyword.NONE);
  }

  /**
   * Whether a value has just ended with it, so that a minus would subtract and a {@code ?} compare.
   */
  boolean endsOperand() {
    return shape.endsOperand
        || (shape == TokenType.WORD
            && (keyword == Keyword.NONE || keyword == Keyword.OPERAND || keyword == Keyword.END));
  }

  /** Whether a value may start with it. */
  boolean startsOperand() {
    if (shape != TokenType.WORD) {
      return shape.startsOperand;
    }
    return keyword == Keyword.NONE
        || keyword == Keyword.OPERAND
        || keyword == Keyword.ARRAY
        || keyword == Keyword.FUNCTION
        || keyword == Keyword.TRUE
        || keyword == Keyword.FALSE
        || keyword == Keyword.NULL;
  }

  /** What a token looks like. */
  enum TokenType {
    START,
    WORD,
    /** A name in backticks, brackets, or the dialect's double quotes. */
    QUOTED(true, true),
    /** In double quotes, where these may mean a name or a literal. */
    DOUBLE_QUOTED(true, true),
    /** A literal, a parameter that is no {@code ?}, or what could not be read. */
    VALUE(true, true),
    /** Starts with a digit but is no number: a name on some databases. */
    DIGIT_WORD(true, true),
    QUESTION(true, true),
    OPERATOR,
    OPEN(false, true),
    CLOSE(true, false),
    OPEN_SQUARE,
    CLOSE_SQUARE(true, false),
    OPEN_CURLY,
    CLOSE_CURLY(true, false),
    COMMA,
    DOT,
    SEMICOLON,
    END;

    /** Of those that are no word: whether a value has ended, or may start, with it. */
    final boolean endsOperand;

    final boolean startsOperand;

    TokenType() {
      this(false, false);
    }

    TokenType(boolean endsOperand, boolean startsOperand) {
      this.endsOperand = endsOperand;
      this.startsOperand = startsOperand;
    }
  }
}
