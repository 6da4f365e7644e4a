package io.rowcall.sample.wiring;

import io.rowcall.sample.catalog.Form;

/** Forms of the endpoints in which a part of the optimization is active. */
public enum Applied {
  NONE,
  OPTIMIZED,
  /** In the baseline, too, so that the part can be measured alone. */
  BOTH;

  public boolean in(Form form) {
    return this == BOTH || (this == OPTIMIZED && form == Form.OPTIMIZED);
  }
}
