package io.rowcall.diff;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.rowcall.format.Finding;
import org.jspecify.annotations.Nullable;

/**
 * A finding in two runs. The repeats in the median request determine the change.
 *
 * @param sentence from the new run, or from the base if the finding is gone
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

  static FindingChange of(@Nullable Finding base, @Nullable Finding current) {
    var absent = new Finding();
    Finding before = base == null ? absent : base;
    Finding after = current == null ? absent : current;
    Finding shown = current == null ? before : after;
    return new FindingChange(
        base == null
            ? Change.NEW
            : current == null
                ? Change.GONE
                : Change.of(new long[] {before.repeats.median}, new long[] {after.repeats.median}),
        shown.id,
        shown.type,
        shown.verdict,
        shown.endpoint,
        before.repeats.median,
        after.repeats.median,
        shown.sentence);
  }
}
