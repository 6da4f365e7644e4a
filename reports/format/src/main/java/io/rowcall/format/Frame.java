package io.rowcall.format;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/** A stack frame of the application. */
@JsonPropertyOrder({"type", "method", "file", "line"})
public final class Frame extends ExtensibleNode {
  @JsonProperty("class")
  public String type = "";

  public String method = "";
  public @Nullable String file;
  public int line;

  /** {@code File.java:42}, or class and method if the class file has no source information. */
  public String place() {
    if (file == null) {
      return type + "." + method;
    }
    return line > 0 ? file + ":" + line : file;
  }
}
