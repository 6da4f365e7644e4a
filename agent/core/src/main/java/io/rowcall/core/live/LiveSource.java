package io.rowcall.core.live;

import java.io.IOException;
import java.io.OutputStream;

/** Source of everything that the live server answers. Any thread. */
public interface LiveSource {
  /** The current report as JSON. */
  byte[] json() throws IOException;

  /** The current metrics, in OpenMetrics or in Prometheus' older text format. */
  void writeMetrics(boolean openMetrics, OutputStream out) throws IOException;
}
