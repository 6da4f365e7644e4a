package io.rowcall.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What one call of the command line printed and returned. */
public record Run(int exitCode, String out, String err) {
  public static Run rowcall(Object... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    var words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i].toString();
    }
    int exitCode = Main.run(new PrintWriter(out), new PrintWriter(err), words);
    return new Run(exitCode, out.toString(), err.toString());
  }

  public String all() {
    return "exit " + exitCode + "\n" + out + err;
  }
}
