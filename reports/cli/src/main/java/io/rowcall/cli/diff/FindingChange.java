package io.rowcall.cli.diff;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.rowcall.format.Finding;
import org.jspecify.annotations.Nullable;

/**
 * A finding in both runs: its repeats in the median request decide.
 *
 * @param sentence of the new run, or of the base when it is gone
 */
@JsonPropertyOrder({
  "change",
  "id",
  "class",
  "verdict",
  "endpoint",
  "baseRepeats",
  "newRepeats",
  "sentence"
})
record FindingChange(
    Change change,
    String id,
    @JsonProperty("class") String type,
    String verdict,
    String endpoint,
    long baseRepeats,
    long newRepeats,
    String sentence) {

  static FindingChange of(@Nullable Finding base, @Nullable Finding now) {
    var none = new Finding();
    Finding before = base == null ? none : base;
    Finding after = now == null ? none : now;
    Finding said = now == null ? before : after;
    return new FindingChange(
        base == null
            ? Change.NEW
            : now == null
                ? Change.GONE
                : Change.of(new long[] {before.repeats.median}, new long[] {after.repeats.median}),
        said.id,
        said.type,
        said.verdict,
        said.endpoint,
        before.repeats.median,
        after.repeats.median,
        said.sentence);
  }
}
