package io.rowcall.input;

import io.rowcall.format.Report;
import io.rowcall.format.read.ReportReader;
import io.rowcall.merge.ReportMerger;
import io.rowcall.text.TerminalText;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Loads reports from files, folders or stdin ({@code -}) and merges them into one. Folders are
 * searched four levels deep; a file named twice is read once.
 */
public final class ReportLoader {
  private static final int HEAD_BYTES = 200;

  /** More threads would only contend for the locks of the merger. */
  private static final int MAX_THREADS = 4;

  private static final int MAX_DEPTH = 4;

  private static final Path STDIN = Path.of("-");

  private ReportLoader() {}

  /**
   * Loads all reports as one.
   *
   * @param paths files, folders, or {@code -} for stdin; empty: {@code rowcall-reports}
   * @throws InvalidInputException if there is no report
   * @throws io.rowcall.format.read.ReportException if a file is not a valid report
   * @throws IOException if a file cannot be read
   */
  public static Report load(List<String> paths) throws IOException {
    return load(paths, new ReportMerger());
  }

  /** As {@link #load(List)}, with a merger that the caller provides. */
  public static Report load(List<String> paths, ReportMerger merger) throws IOException {
    List<Path> files = files(paths);
    int threads = Math.min(files.size(), Math.min(MAX_THREADS, processors()));
    ExecutorService readers = Executors.newFixedThreadPool(threads, ReportLoader::daemon);
    try {
      var reads = new ArrayList<Future<@Nullable Void>>();
      for (Path file : files) {
        reads.add(readers.submit(() -> read(file, merger)));
      }
      for (var read : reads) {
        await(read);
      }
    } finally {
      readers.shutdownNow();
    }
    return merger.report();
  }

  private static @Nullable Void read(Path file, ReportMerger merger) throws IOException {
    if (file.equals(STDIN)) {
      ReportReader.read("stdin", System.in, merger);
    } else {
      try (InputStream in = Files.newInputStream(file)) {
        ReportReader.read(file.toString(), in, merger);
      }
    }
    return null;
  }

  /**
   * If several files cannot be read, the first in order is reported, whichever thread is faster.
   */
  private static void await(Future<@Nullable Void> read) throws IOException {
    try {
      read.get();
    } catch (ExecutionException failure) {
      Throwable cause = failure.getCause();
      if (cause instanceof IOException unreadable) {
        throw unreadable;
      }
      if (cause instanceof OutOfMemoryError outOfMemory) {
        throw outOfMemory;
      }
      throw new IllegalStateException(cause);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while reading reports");
    }
  }

  private static Thread daemon(Runnable task) {
    var thread = new Thread(task, "rowcall-reader");
    thread.setDaemon(true);
    return thread;
  }

  private static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }

  /** The default folder if no path is given. */
  public static List<String> orDefault(List<String> paths) {
    return paths.isEmpty() ? List.of("rowcall-reports") : paths;
  }

  /** Distinct files in order; {@link #STDIN} for stdin. */
  private static List<Path> files(List<String> paths) throws IOException {
    var files = new LinkedHashMap<Path, Path>();
    for (String path : orDefault(paths)) {
      if (path.equals("-")) {
        files.put(STDIN, STDIN);
      } else {
        for (Path file : files(pathOf(path))) {
          files.putIfAbsent(file.toRealPath(), file);
        }
      }
    }
    return List.copyOf(files.values());
  }

  private static Path pathOf(String path) {
    try {
      return Path.of(path);
    } catch (InvalidPathException invalid) {
      throw new InvalidInputException(
          "expected a path, found " + TerminalText.line(invalid.getInput()));
    }
  }

  private static List<Path> files(Path path) throws IOException {
    if (Files.isRegularFile(path)) {
      return List.of(path);
    }
    if (!Files.isDirectory(path)) {
      throw new InvalidInputException(
          path
              + ": expected a report or a folder of reports, found neither."
              + " Run the service with -javaagent:rowcall-agent.jar first.");
    }
    var reports = new ArrayList<Path>();
    try (var entries = Files.walk(path, MAX_DEPTH)) {
      for (Path file : entries.filter(ReportLoader::isJson).sorted().toList()) {
        if (looksLikeReport(file)) {
          reports.add(file);
        }
      }
    } catch (UncheckedIOException unreadable) {
      throw unreadable.getCause();
    }
    if (reports.isEmpty()) {
      throw new InvalidInputException(
          path
              + ": expected Rowcall reports (rowcall-*.json), found none."
              + " Was the service run with -javaagent:rowcall-agent.jar?");
    }
    return reports;
  }

  private static boolean isJson(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".json") && !name.startsWith(".") && Files.isRegularFile(file);
  }

  /** Skips unrelated JSON, but never a damaged report: its name gives it away. */
  private static boolean looksLikeReport(Path file) throws IOException {
    if (file.getFileName().toString().startsWith("rowcall-")) {
      return true;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(HEAD_BYTES), StandardCharsets.UTF_8)
          .contains("\"rowcall-report/");
    }
  }
}
