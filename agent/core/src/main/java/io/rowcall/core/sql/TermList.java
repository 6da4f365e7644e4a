package io.rowcall.core.sql;

import io.rowcall.core.sql.Token.TokenType;
import java.util.ArrayList;
import java.util.List;

/** Tokens of a normalized text, with random access and matched parentheses. */
final class TermList {
  private final String text;
  private final List<Term> terms = new ArrayList<Term>();

  TermList(String text) {
    this.text = text;
    Lexer lexer = new Lexer(text, Dialect.GENERIC, false, Lexer.NO_POSITION);
    List<Term> open = new ArrayList<Term>();
    while (lexer.advance()) {
      if (lexer.current().type == TokenType.CLOSE_PAREN && !open.isEmpty()) {
        open.remove(open.size() - 1).close = terms.size();
      }
      Term term = new Term(lexer.current(), open.size());
      terms.add(term);
      if (term.type == TokenType.OPEN_PAREN) {
        open.add(term);
      }
    }
    for (Term term : open) {
      term.close = terms.size() - 1;
    }
  }

  int size() {
    return terms.size();
  }

  Term get(int index) {
    return terms.get(index);
  }

  String text(Term term) {
    return text.substring(term.start, term.end);
  }

  /** The text from one term to another, both included; empty if they are in reverse order. */
  String text(int first, int last) {
    return last < first ? "" : text.substring(terms.get(first).start, terms.get(last).end);
  }

  /** The text of this length that ends one space before a term. */
  String textBefore(Term term, int length) {
    int end = Math.max(0, term.start - 1);
    return text.substring(Math.max(0, end - length), end);
  }

  /** The qualified name that ends before a term. */
  String nameBefore(int index) {
    int first = index - 1;
    while (first > 1 && terms.get(first - 1).type == TokenType.DOT) {
      first -= 2;
    }
    return text(first, index - 1);
  }

  /** A token, immutable except for its closing parenthesis. */
  static final class Term {
    final TokenType type;
    final Keyword keyword;
    final int start;
    final int end;
    final int depth;

    /** For an open parenthesis, the index of the closing one, or of the last term if unclosed. */
    int close;

    Term(Token token, int depth) {
      this.type = token.type;
      this.keyword = token.type == TokenType.WORD ? token.rawKeyword : Keyword.NONE;
      this.start = token.start;
      this.end = token.end;
      this.depth = depth;
    }

    boolean isName() {
      return type == TokenType.WORD
          || type == TokenType.QUOTED_NAME
          || type == TokenType.DOUBLE_QUOTED;
    }

    /** Whether a column reference may end with it. */
    boolean endsColumn() {
      return (isName() && keyword == Keyword.NONE) || type == TokenType.CLOSE_BRACKET;
    }
  }
}
