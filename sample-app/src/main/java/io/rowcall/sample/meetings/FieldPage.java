package io.rowcall.sample.meetings;

import java.util.List;
import java.util.Map;

/** Selected fields of the meetings of one page, and the total number. */
record FieldPage(List<Map<String, Object>> meetings, long total) {}
