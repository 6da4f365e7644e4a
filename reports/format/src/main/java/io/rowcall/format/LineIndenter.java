package io.rowcall.format;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;

/** Indents by two spaces, with line feeds; not at all within a value that is one line. */
final class LineIndenter implements DefaultPrettyPrinter.Indenter {
  private static final String SPACES = "\n                                ";

  private boolean withinLine;

  void beginLine() {
    withinLine = true;
  }

  void endLine() {
    withinLine = false;
  }

  @Override
  public void writeIndentation(JsonGenerator json, int level) throws IOException {
    if (withinLine) {
      return;
    }
    int length = Math.min(1 + 2 * level, SPACES.length());
    json.writeRaw(SPACES, 0, length);
    for (int written = length; written < 1 + 2 * level; written++) {
      json.writeRaw(' ');
    }
  }

  @Override
  public boolean isInline() {
    return false;
  }
}
