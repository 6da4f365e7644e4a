package io.rowcall.sample;

class H2EndpointsTest extends EndpointsContract {

  @Override
  RunningApp start() throws Exception {
    return RunningApp.onH2();
  }
}
