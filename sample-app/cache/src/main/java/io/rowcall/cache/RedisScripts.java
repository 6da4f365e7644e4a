package io.rowcall.cache;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import java.util.List;

/**
 * What must happen at once in Redis. The counters of {@link Versions} are a hash, with an epoch
 * that differs after its loss; a version is the epoch and the sum of some counters.
 */
enum RedisScripts {

  /** Keys: counters. Arguments: an epoch to begin if there is none, fields. */
  VERSION("return version(2)"),

  /** Keys: counters, value. Arguments as above. Returns value, milliseconds left, version. */
  FIND("return {redis.call('GET', KEYS[2]), redis.call('PTTL', KEYS[2]), version(2)}"),

  /**
   * Keys: counters, value, sets of the tags. Arguments: epoch, expected version, value,
   * milliseconds, text of the key, fields. A set lives at least as long as each of its keys.
   */
  PUT(
      """
      if version(6) ~= ARGV[2] then return 0 end
      redis.call('SET', KEYS[2], ARGV[3], 'PX', ARGV[4])
      for i = 3, #KEYS do
        redis.call('SADD', KEYS[i], ARGV[5])
        if redis.call('PTTL', KEYS[i]) < tonumber(ARGV[4]) then
          redis.call('PEXPIRE', KEYS[i], ARGV[4])
        end
      end
      return 1
      """),

  /** Keys: counters. Arguments: fields. */
  INCREMENT(
      """
      increment(1)
      return 1
      """),

  /** Keys: counters, value. Arguments: channel, message, fields. */
  DROP_KEY(
      """
      increment(3)
      redis.call('UNLINK', KEYS[2])
      redis.call('PUBLISH', ARGV[1], ARGV[2])
      return 1
      """),

  /** Keys: counters, set of the tag. Arguments: channel, message, prefix of values, fields. */
  DROP_TAG(
      """
      increment(4)
      for _, text in ipairs(redis.call('SMEMBERS', KEYS[2])) do
        redis.call('UNLINK', ARGV[3] .. text)
      end
      redis.call('UNLINK', KEYS[2])
      redis.call('PUBLISH', ARGV[1], ARGV[2])
      return 1
      """);

  private static final String FUNCTIONS =
      """
      local function increment(first)
        for i = first, #ARGV do redis.call('HINCRBY', KEYS[1], ARGV[i], 1) end
      end
      local function version(first)
        local counters = redis.call('HMGET', KEYS[1], 'epoch', unpack(ARGV, first))
        local epoch = counters[1]
        if not epoch then
          epoch = ARGV[1]
          redis.call('HSET', KEYS[1], 'epoch', epoch)
        end
        local sum = 0
        for i = 2, #counters do sum = sum + tonumber(counters[i] or 0) end
        return epoch .. ':' .. string.format('%d', sum)
      end
      """;

  private final String text;

  RedisScripts(String body) {
    text = FUNCTIONS + body;
  }

  /** Runs the script by its digest, or by its text if Redis does not know it yet. */
  <T> T run(RedisCalls redis, ScriptOutputType type, List<String> keys, List<byte[]> arguments) {
    String[] keyArray = keys.toArray(String[]::new);
    byte[][] argumentArray = arguments.toArray(byte[][]::new);
    try {
      return redis.call(
          commands -> commands.evalsha(commands.digest(text), type, keyArray, argumentArray));
    } catch (RedisNoScriptException unknown) {
      return redis.call(commands -> commands.eval(text, type, keyArray, argumentArray));
    }
  }
}
