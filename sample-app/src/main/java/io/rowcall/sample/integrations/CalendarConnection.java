package io.rowcall.sample.integrations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A connected calendar.
 *
 * @param lastSyncAt when its latest sync run started
 * @param upcoming events ahead
 */
record CalendarConnection(
    long id,
    String provider,
    @Nullable String account,
    String status,
    @Nullable Instant lastSyncAt,
    long upcoming) {}
