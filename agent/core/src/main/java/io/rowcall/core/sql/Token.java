package io.rowcall.core.sql;

import org.jspecify.annotations.Nullable;

/**
 * Token of a SQL text: a word, a name, a value or a sign. Mutable; the lexer reuses four of them.
 */
final class Token {
  TokenType type = TokenType.START;
  int start;
  int end;

  /** The keyword that the word spells, even where it cannot be a keyword. */
  Keyword rawKeyword = Keyword.NONE;

  /** The keyword that the word is; {@link Keyword#NONE} for names and for all other types. */
  Keyword keyword = Keyword.NONE;

  /** Whether whitespace or a comment precedes it. */
  boolean spaceBefore;

  /** Whether it belongs to a password that is not a literal. */
  boolean masked;

  /** Whether it follows a name, which a dot would continue. */
  boolean afterName;

  /** The text to write instead of the source; null to write the source. */
  @Nullable String replacement;

  /** Whether it may be a name. */
  boolean isName() {
    return type == TokenType.QUOTED_NAME || (type == TokenType.WORD && keyword == Keyword.NONE);
  }

  /** Whether it is a word or a name, keyword or not. */
  boolean isWordOrName() {
    return type == TokenType.WORD
        || type == TokenType.QUOTED_NAME
        || type == TokenType.DOUBLE_QUOTED;
  }

  /** Whether an operand ends with it, so that a minus subtracts and a {@code ?} compares. */
  boolean endsOperand() {
    return type.endsOperand
        || (type == TokenType.WORD
            && (keyword == Keyword.NONE || keyword == Keyword.OPERAND || keyword == Keyword.END));
  }

  /** Whether an operand may start with it. */
  boolean startsOperand() {
    if (type != TokenType.WORD) {
      return type.startsOperand;
    }
    return keyword == Keyword.NONE
        || keyword == Keyword.OPERAND
        || keyword == Keyword.ARRAY
        || keyword == Keyword.FUNCTION
        || keyword == Keyword.TRUE
        || keyword == Keyword.FALSE
        || keyword == Keyword.NULL;
  }

  /** Lexical type of a token. */
  enum TokenType {
    START,
    WORD,
    /** A name in backticks, brackets, or the double quotes of the dialect. */
    QUOTED_NAME(true, true),
    /** In double quotes, where these may hold a name or a literal. */
    DOUBLE_QUOTED(true, true),
    /** A literal, a parameter other than {@code ?}, or unreadable text. */
    VALUE(true, true),
    /** Starts with a digit but is not a number: a name on some databases. */
    DIGIT_WORD(true, true),
    QUESTION_MARK(true, true),
    OPERATOR,
    OPEN_PAREN(false, true),
    CLOSE_PAREN(true, false),
    OPEN_BRACKET,
    CLOSE_BRACKET(true, false),
    OPEN_BRACE,
    CLOSE_BRACE(true, false),
    COMMA,
    DOT,
    SEMICOLON,
    END;

    /** For all types except words: whether an operand ends with it. */
    final boolean endsOperand;

    /** For all types except words: whether an operand may start with it. */
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
