package io.rowcall.format;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The first frame of the application that led to an execution, and those that led to it. */
@JsonPropertyOrder({"type", "method", "file", "line", "callers"})
public final class CallSite extends ExtensibleNode {
  @JsonProperty("class")
  public String type = "";

  public String method = "";
  public @Nullable String file;
  public int line;

  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public List<Frame> callers = new ArrayList<Frame>();

  /** {@code File.java:42}, or the class and method when the class file tells no line. */
  public String place() {
    if (file == null) {
      return type + "." + method;
    }
    return line > 0 ? file + ":" + line : file;
  }
}
