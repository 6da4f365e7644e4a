package io.rowcall.format;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The nearest application frame of an execution, with its callers. */
@JsonPropertyOrder({"type", "method", "file", "line", "callers"})
public final class CallSite extends ExtensibleNode {
  @JsonProperty("class")
  public String type = "";

  public String method = "";
  public @Nullable String file;
  public int line;

  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public List<Frame> callers = new ArrayList<Frame>();

  /** {@code File.java:42}, or class and method if the class file has no source information. */
  public String place() {
    if (file == null) {
      return type + "." + method;
    }
    return line > 0 ? file + ":" + line : file;
  }
}
