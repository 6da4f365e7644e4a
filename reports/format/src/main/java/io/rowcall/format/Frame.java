package io.rowcall.format;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A stack frame of the application. */
public final class Frame extends ExtensibleNode {
  @JsonProperty("class")
  public String type = "";

  public String method = "";
  public @Nullable String file;
  public int line;

  @Override
  void writeFields(JsonFields out) throws IOException {
    out.text("class", type);
    out.text("method", method);
    out.text("file", file);
    out.count("line", line);
  }

  /** {@code File.java:42}, or class and method if the class file has no source information. */
  public String place() {
    if (file == null) {
      return type + "." + method;
    }
    return line > 0 ? file + ":" + line : file;
  }
}
