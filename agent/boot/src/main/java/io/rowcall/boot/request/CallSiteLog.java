package io.rowcall.boot.request;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Call sites that were captured in a request, each with the row of its execution. */
public final class CallSiteLog {
  private static final int MAX_SITES = 512;

  private int[] rows = new int[4];
  private @Nullable Object[] sites = new @Nullable Object[4];
  private int size;

  /** The arrays above, written whenever these are replaced, before a further entry is published. */
  private volatile Entries entries = new Entries(rows, sites);

  CallSiteLog() {}

  void add(int row, Object site) {
    if (size == sites.length) {
      rows = Arrays.copyOf(rows, size * 2);
      sites = Arrays.copyOf(sites, size * 2);
      entries = new Entries(rows, sites);
    }
    rows[size] = row;
    sites[size++] = site;
  }

  /**
   * Copies the call sites of a row of another log, which is {@code row} here.
   *
   * @param published entries of the other log that this thread may see: its size, or what its owner
   *     has published
   */
  void copy(CallSiteLog other, int published, int otherRow, int row) {
    Entries from = other.entries;
    for (int i = 0; i < published; i++) {
      Object site = from.rows[i] == otherRow ? from.sites[i] : null;
      if (site != null) {
        add(row, site);
      }
    }
  }

  void moveRows(int[] movedTo) {
    for (int i = 0; i < size; i++) {
      rows[i] = movedTo[rows[i]];
    }
  }

  boolean isFull() {
    return size >= MAX_SITES;
  }

  public int size() {
    return size;
  }

  /** The row of the execution that call site {@code i} led to. */
  public int row(int i) {
    return rows[i];
  }

  /** Call site {@code i}, in the engine's own type. */
  public @Nullable Object site(int i) {
    return sites[i];
  }

  /** Replaces call site {@code i}. Called by the engine. */
  public void replace(int i, @Nullable Object site) {
    sites[i] = site;
  }

  /** The call site of the execution in a row; null when it was not captured. */
  public @Nullable Object siteOf(int row) {
    for (int i = 0; i < size; i++) {
      if (rows[i] == row) {
        return sites[i];
      }
    }
    return null;
  }

  void clear() {
    Arrays.fill(sites, 0, size, null);
    size = 0;
  }

  /** For a thread that does not own the log, as {@link LoggedRows}. */
  private static final class Entries {
    final int[] rows;
    final @Nullable Object[] sites;

    Entries(int[] rows, @Nullable Object[] sites) {
      this.rows = rows;
      this.sites = sites;
    }
  }
}
