package io.rowcall.sample.wiring;

import io.rowcall.sample.catalog.Form;

/** In which form of the endpoints a part of the optimization is at work. */
public enum Applied {
  NONE,
  OPTIMIZED,
  /** In the baseline as well, so that the part can be measured alone. */
  BOTH;

  public boolean in(Form form) {
    return this == BOTH || (this == OPTIMIZED && form == Form.OPTIMIZED);
  }
}
