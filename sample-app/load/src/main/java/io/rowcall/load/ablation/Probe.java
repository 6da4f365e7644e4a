package io.rowcall.load.ablation;

import io.rowcall.sample.catalog.Call;
import io.rowcall.sample.catalog.Endpoint;
import io.rowcall.sample.catalog.Form;
import io.rowcall.sample.catalog.Visit;

/** Endpoint that the ablation measures, with the call it sends. */
public enum Probe {
  MEETINGS(Endpoint.MEETINGS_LIST, "meetings/list"),
  CONTACTS(Endpoint.MY_500, "my-500"),
  EVENT(Endpoint.EVENT, "events/{token}"),
  EFFECTS(Endpoint.EFFECTIVENESS, "effectiveness"),
  /** Asks for so many weeks that the algorithm shows next to the statement. */
  EVOLUTION(Endpoint.EVOLUTION, "evolution, 520 weeks");

  private final Endpoint endpoint;
  private final String label;

  Probe(Endpoint endpoint, String label) {
    this.endpoint = endpoint;
    this.label = label;
  }

  public String label() {
    return label;
  }

  Call call(Form form, int serial) {
    Call call = endpoint.call(form, new Visit(0, 1, serial));
    return new Call(
        call.method(), call.uri().replace("weeks=12", "weeks=520"), call.headers(), call.body());
  }
}
