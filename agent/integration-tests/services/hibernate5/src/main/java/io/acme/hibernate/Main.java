package io.acme.hibernate;

import io.acme.library.Books;
import io.acme.library.LibraryService;

/** Serves the library. */
public final class Main {
  private Main() {}

  public static void main(String[] args) throws Exception {
    LibraryService.serve(new HibernateLibrary(Books.open()));
  }
}
