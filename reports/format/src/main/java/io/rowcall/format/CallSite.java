package io.rowcall.format;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The nearest application frame of an execution, with its callers. */
public final class CallSite extends ExtensibleNode {
  @JsonProperty("class")
  public String type = "";

  public String method = "";
  public @Nullable String file;
  public int line;

  public List<Frame> callers = new ArrayList<Frame>();

  @Override
  void writeFields(JsonFields out) throws IOException {
    out.text("class", type);
    out.text("method", method);
    out.text("file", file);
    out.count("line", line);
    out.nodesUnlessEmpty("callers", callers);
  }

  /** {@code File.java:42}, or class and method if the class file has no source information. */
  public String place() {
    if (file == null) {
      return type + "." + method;
    }
    return line > 0 ? file + ":" + line : file;
  }
}
