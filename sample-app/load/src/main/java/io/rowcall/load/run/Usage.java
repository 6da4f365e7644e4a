package io.rowcall.load.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Resources that the measured rounds used.
 *
 * @param cpuMillis CPU time of the app's process per request
 * @param allocatedBytes per request; null with too few garbage collections
 * @param heapBytes largest heap after a collection; null without one
 * @param heapBytesByHalf the same per half of the collections; empty with too few
 */
public record Usage(
    double cpuMillis,
    @Nullable Double allocatedBytes,
    @Nullable Double heapBytes,
    List<Double> heapBytesByHalf) {}
