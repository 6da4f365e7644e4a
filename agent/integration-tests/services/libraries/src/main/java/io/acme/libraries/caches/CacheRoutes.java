package io.acme.libraries.caches;

import io.acme.libraries.Routes;

/** Routes of one cache, with one lookup per key in the path. */
public final class CacheRoutes implements Routes {
  private final CacheSubject cache;

  /** Creates the routes of a cache. */
  public CacheRoutes(CacheSubject cache) {
    this.cache = cache;
  }

  /** {@code /cache/get/a,b}, {@code /cache/peek/a}, {@code /cache/fill/100}. */
  @Override
  public String handle(String path) throws Exception {
    String[] parts = path.split("/");
    StringBuilder text = new StringBuilder();
    for (String key : parts[3].split(",")) {
      switch (parts[2]) {
        case "get" -> text.append(cache.get(key)).append('\n');
        case "peek" -> text.append(cache.peek(key)).append('\n');
        case "fill" -> {
          for (int i = 0; i < Integer.parseInt(key); i++) {
            cache.put("filled " + i, "value " + i);
          }
        }
        default -> throw new IllegalArgumentException(path);
      }
    }
    return text.toString();
  }
}
