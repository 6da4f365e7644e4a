package com.acme;

import io.rowcall.boot.request.Engine;

/** An application: its frames are call sites. */
public final class Shop {
  public Object ask(Engine engine) {
    return engine.callSite(String.class);
  }

  public static void call(Runnable work) {
    work.run();
  }
}
