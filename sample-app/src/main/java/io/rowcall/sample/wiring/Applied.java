package io.rowcall.sample.wiring;

import io.rowcall.sample.catalogue.Form;

/** In which form of the endpoints a part of the optimisation is at work. */
public enum Applied {
  NONE,
  OPTIMISED,
  /** In the baseline as well, so that the part can be measured alone. */
  BOTH;

  public boolean in(Form form) {
    return this == BOTH || (this == OPTIMISED && form == Form.OPTIMISED);
  }
}
