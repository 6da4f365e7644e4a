package io.rowcall.sample.meetings;

import java.util.List;
import java.util.Map;

/** Some fields of the meetings of one page, and how many meetings there are on all pages. */
record FieldPage(List<Map<String, Object>> meetings, long total) {}
