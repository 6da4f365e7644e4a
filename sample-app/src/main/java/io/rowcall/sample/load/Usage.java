package io.rowcall.sample.load;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the measured rounds took of the machine.
 *
 * @param cpuMillis of one request, of the app's process
 * @param allocatedBytes of one request; null when the heap was collected too seldom to tell
 * @param heapBytes the most that a collection left behind; null when there was none
 * @param heapBytesByHalf the same for the first and the second half of the collections; empty when
 *     there were too few
 */
record Usage(
    double cpuMillis,
    @Nullable Double allocatedBytes,
    @Nullable Double heapBytes,
    List<Double> heapBytesByHalf) {}
