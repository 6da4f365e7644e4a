package io.rowcall.it.orm;

/** EclipseLink: lazy associations. */
final class EclipseLinkIT extends MapperContract {

  EclipseLinkIT() {
    super(
        "eclipselink",
        "eclipselink/EclipseLinkLibrary.java",
        "loaded lazily by EclipseLink",
        "@BatchFetch",
        "eclipselink.jdbc.batch-writing");
  }
}
