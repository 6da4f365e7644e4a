package io.rowcall.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Exit code and output of one invocation of the command line. */
public record Run(int exitCode, String out, String err) {
  public static Run rowcall(Object... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    var strings = new String[arguments.length];
    for (int i = 0; i < strings.length; i++) {
      strings[i] = arguments[i].toString();
    }
    int exitCode = Main.run(new PrintWriter(out), new PrintWriter(err), strings);
    return new Run(exitCode, out.toString(), err.toString());
  }

  public String all() {
    return "exit " + exitCode + "\n" + out + err;
  }
}
