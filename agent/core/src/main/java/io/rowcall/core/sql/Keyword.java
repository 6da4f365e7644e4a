package io.rowcall.core.sql;

/**
 * A word whose case folds and that may steer the scanner: constants of their own for words that
 * steer, four kinds for those that only fold.
 */
enum Keyword {
  /** A name. */
  NONE,
  /** Folds, and no more. */
  PLAIN,
  /** Is a value: a minus after it subtracts. */
  OPERAND,
  /** A name unless a parenthesis follows. */
  FUNCTION,
  /** A function that libraries call on their own account. */
  HOUSEKEEPING,
  SELECT,
  FROM,
  WHERE,
  JOIN,
  STRAIGHT_JOIN,
  APPLY,
  INTO,
  UPDATE,
  INSERT,
  DELETE,
  MERGE,
  REPLACE,
  UPSERT,
  TRUNCATE,
  SET,
  VALUES,
  VALUE,
  ROW,
  WITH,
  RECURSIVE,
  AS,
  ON,
  USING,
  GROUP,
  ORDER,
  HAVING,
  UNION,
  EXCEPT,
  INTERSECT,
  MINUS,
  LIMIT,
  OFFSET,
  FETCH,
  FIRST,
  NEXT,
  TOP,
  ROWNUM,
  WINDOW,
  QUALIFY,
  CONNECT,
  RETURNING,
  WHEN,
  THEN,
  ELSE,
  END,
  BEGIN,
  START,
  IN,
  ANY,
  ALL,
  SOME,
  ARRAY,
  FIELD,
  IS,
  NOT,
  NULL,
  TRUE,
  FALSE,
  DISTINCT,
  FOR,
  SHARE,
  NO,
  KEY,
  OF,
  OR,
  AND,
  BETWEEN,
  LIKE,
  ESCAPE,
  LOCK,
  UPDLOCK,
  XLOCK,
  TABLE,
  VIEW,
  INDEX,
  PROCEDURE,
  TRIGGER,
  TYPE,
  SEQUENCE,
  PACKAGE,
  DOMAIN,
  ONLY,
  LATERAL,
  UNNEST,
  IF,
  EXISTS,
  IGNORE,
  LOW_PRIORITY,
  HIGH_PRIORITY,
  DELAYED,
  OVERWRITE,
  TEMP,
  TEMPORARY,
  UNLOGGED,
  STRICT,
  ROLLBACK,
  ABORT,
  FAIL,
  DO,
  CALL,
  EXEC,
  EXECUTE,
  DECLARE,
  CREATE,
  ALTER,
  DROP,
  RENAME,
  COMMENT,
  GRANT,
  REVOKE,
  REINDEX,
  DENY,
  COMMIT,
  SAVEPOINT,
  RELEASE,
  XA,
  TRANSACTION,
  TRAN,
  WORK,
  ISOLATION,
  DEFERRED,
  IMMEDIATE,
  EXCLUSIVE,
  CONCURRENT,
  READ,
  AUTOCOMMIT,
  CONSTRAINTS,
  IMPLICIT_TRANSACTIONS,
  CHARACTERISTICS,
  PREPARE,
  SHOW,
  DESCRIBE,
  DESC,
  EXPLAIN,
  PRAGMA,
  ANALYZE,
  VACUUM,
  RESET,
  USE,
  DISCARD,
  LISTEN,
  NOTIFY,
  UNLISTEN,
  CHECKPOINT,
  FLUSH,
  UNLOCK,
  KILL,
  DEALLOCATE,
  IDENTIFIED,
  BY,
  PASSWORD,
  OPEN,
  BACKUP,
  RESTORE,
  COPY,
  LOAD,
  NEXTVAL,
  CURRVAL,
  SETVAL,
  LASTVAL,
  BEFORE,
  AFTER,
  INSTEAD,
  KEEP,
  SESSION,
  AT;

  private static final String PLAIN_WORDS =
      "ACTION ADD ADMIN ASC ASYMMETRIC AUTHORIZATION AUTO_INCREMENT BIGINT BIGSERIAL "
          + "BINARY BIT BLOB BOOLEAN BOTH BUFFERS BYTEA CASCADE CASE CAST CHARACTER CHECK CLOB "
          + "COLLATE COLUMN COLUMNS COMMITTED CONFLICT CONSTRAINT CONTINUE CROSS CUBE CURRENT "
          + "CURSOR CYCLE DATABASE DATABASES DATETIME DAY DEC DECIMAL DEFAULT DEFERRABLE "
          + "DELIMITER DISABLE DOUBLE DUPLICATE EACH ENABLE ENGINE ERRORS ESCAPED EXCLUDE "
          + "EXTENSION EXTERNAL FILTER FINAL FLOAT FOLLOWING FORCE FOREIGN FULL FULLTEXT "
          + "FUNCTION GENERATED GLOB GLOBAL GROUPING GROUPS HOUR IDENTITY ILIKE INCREMENT "
          + "INHERITS INITIALLY INNER INOUT INT INTEGER INTERVAL ISNULL ITERATE JSON JSONB "
          + "LANGUAGE LARGE LAST LEADING LEAVE LEFT LEVEL LEVELS LINK LOCAL LOCKED LOGIN LOGGED "
          + "LONGTEXT LOOP MATCHED MATERIALIZED MAXVALUE MEDIUMINT MEMBER MINUTE MINVALUE MODE "
          + "MODIFY MONTH MULTISET NATIONAL NATURAL NCHAR NOCACHE NOCYCLE NOLOCK NOTHING NOTNULL "
          + "NOWAIT NULLS NUMBER NUMERIC NVARCHAR OBJECT OTHERS OUT OUTER OUTPUT OUTFILE OVER "
          + "OVERLAPS OVERRIDING OWNER PARTITION PERCENT PIVOT PRECEDING PRECISION PRIMARY PRIOR "
          + "PRIVILEGES PUBLIC QUOTE RANGE REAL REFERENCES REGEXP REPEATABLE RESPECT RESTART "
          + "RESTRICT RETURN RETURNS RIGHT RLIKE ROLE ROLLUP ROWS SAMPLE SCHEMA SCROLL SEARCH "
          + "SECOND SEPARATOR SERIAL SERIALIZABLE SETS SIBLINGS SIMILAR SKIP SNAPSHOT SMALLINT "
          + "STATEMENT SYMMETRIC SYSTEM TABLES TABLESAMPLE TABLESPACE TEXT TIES TIME TIMESTAMP "
          + "TIMESTAMPTZ TIMETZ TINYINT TO TRAILING UESCAPE UNBOUNDED UNCOMMITTED UNIQUE UNKNOWN "
          + "UNPIVOT UNSIGNED USAGE USER UUID VARBINARY VARCHAR VARCHAR2 VARYING VERBOSE VIRTUAL "
          + "WAIT WHILE WITHIN WITHOUT WRITE XMLTYPE XOR YEAR ZONE ARE DATE BINARY_DOUBLE "
          + "BINARY_FLOAT RAW LONG FORMAT CLUSTER CONVERT CHARSET LOGS MASTER_PASSWORD SIGNED "
          + "NCLOB OIDS ORDINALITY ROUTINE RULE SERVER WRAPPER MAPPING OPTION OPTIONS CHAIN "
          + "NAMES ENCODING REPLICATION";

  private static final String OPERAND_WORDS =
      "CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP CURRENT_USER CURRENT_ROLE "
          + "CURRENT_CATALOG CURRENT_SCHEMA SESSION_USER SYSTEM_USER LOCALTIME LOCALTIMESTAMP "
          + "SYSDATE SYSTIMESTAMP UTC_DATE UTC_TIME UTC_TIMESTAMP ROWID";

  private static final String FUNCTION_WORDS =
      "ABS ACOS ANY_VALUE ARRAY_AGG ASCII AVG BOOL_AND BOOL_OR CEIL CEILING CHAR "
          + "CHAR_LENGTH CHARACTER_LENGTH CHARINDEX COALESCE CONCAT CONCAT_WS COUNT COUNT_BIG "
          + "CUME_DIST DATEADD DATEDIFF DATENAME DATEPART DATE_ADD DATE_FORMAT DATE_PART "
          + "DATE_SUB DATE_TRUNC DECODE DENSE_RANK EVERY EXP EXTRACT FIRST_VALUE FLOOR "
          + "FROM_UNIXTIME GEN_RANDOM_UUID GENERATE_SERIES GREATEST GROUP_CONCAT HEX IFNULL IIF "
          + "INITCAP INSTR JSON_AGG JSON_ARRAY JSON_ARRAYAGG JSON_BUILD_OBJECT JSON_EXTRACT "
          + "JSON_OBJECT JSON_OBJECTAGG JSON_TABLE JSON_VALUE JSONB_AGG JSONB_BUILD_OBJECT LAG "
          + "LAST_VALUE LCASE LEAD LEAST LEN LENGTH LISTAGG LN LOCATE LOG LOWER LPAD LTRIM MAX "
          + "MD5 MEDIAN MIN MOD NTH_VALUE NTILE NULLIF NVL NVL2 OCTET_LENGTH OVERLAY "
          + "PERCENTILE_CONT PERCENTILE_DISC PERCENT_RANK POSITION POW POWER RAND RANDOM RANK "
          + "REGEXP_LIKE REGEXP_MATCHES REGEXP_REPLACE REGEXP_SUBSTR REPEAT REVERSE ROUND "
          + "ROW_NUMBER RPAD RTRIM SIGN SQRT STDDEV STRFTIME STRING_AGG STRPOS STR_TO_DATE STUFF "
          + "SUBSTR SUBSTRING SUM TO_CHAR TO_DATE TO_JSON TO_NUMBER TO_TIMESTAMP TO_TSQUERY "
          + "TO_TSVECTOR TRANSLATE TRIM TRUNC TRY_CAST TRY_CONVERT UCASE UNIX_TIMESTAMP UPPER "
          + "VARIANCE XMLAGG XMLTABLE";

  private static final String HOUSEKEEPING_WORDS =
      "CHANGES CONNECTION_ID CURRENT_DATABASE CURRENT_SETTING GETDATE "
          + "GETUTCDATE IDENT_CURRENT LAST_INSERT_ID LAST_INSERT_ROWID NOW PG_ADVISORY_LOCK "
          + "PG_ADVISORY_UNLOCK PG_ADVISORY_XACT_LOCK PG_BACKEND_PID PG_CURRENT_XACT_ID "
          + "PG_GET_SERIAL_SEQUENCE PG_IS_IN_RECOVERY PG_TRY_ADVISORY_LOCK "
          + "PG_TRY_ADVISORY_XACT_LOCK SCOPE_IDENTITY SERVERPROPERTY SET_CONFIG SLEEP "
          + "SYSDATETIME TXID_CURRENT VERSION GET_LOCK RELEASE_LOCK IDENTITY_VAL_LOCAL "
          + "SYS_CONTEXT USERENV";

  /** Open addressing; at most half full, and never changed after its class is initialized. */
  private static final int SLOT_BITS = 11;

  private static final int SLOTS = 1 << SLOT_BITS;

  private static final int MAX_LENGTH = 24;
  static final String[] WORDS = new String[SLOTS];
  private static final Keyword[] KEYWORDS = new Keyword[SLOTS];

  static {
    Keyword[] all = values();
    for (int i = FUNCTION.ordinal() + 2; i < all.length; i++) {
      put(all[i].name(), all[i]);
    }
    putAll(PLAIN_WORDS, PLAIN);
    putAll(OPERAND_WORDS, OPERAND);
    putAll(FUNCTION_WORDS, FUNCTION);
    putAll(HOUSEKEEPING_WORDS, HOUSEKEEPING);
  }

  /** The keyword of a word of the source, whatever its case; {@link #NONE} when it is none. */
  static Keyword of(String source, int start, int end) {
    if (end - start > MAX_LENGTH) {
      return NONE;
    }
    int slot = hash(source, start, end);
    for (String word = WORDS[slot]; word != null; word = WORDS[slot]) {
      if (matches(word, source, start, end)) {
        return KEYWORDS[slot];
      }
      slot = (slot + 1) & (SLOTS - 1);
    }
    return NONE;
  }

  private static void putAll(String words, Keyword keyword) {
    int start = 0;
    while (start < words.length()) {
      int end = words.indexOf(' ', start);
      end = end < 0 ? words.length() : end;
      put(words.substring(start, end), keyword);
      start = end + 1;
    }
  }

  private static void put(String word, Keyword keyword) {
    int slot = hash(word, 0, word.length());
    while (WORDS[slot] != null) {
      slot = (slot + 1) & (SLOTS - 1);
    }
    WORDS[slot] = word;
    KEYWORDS[slot] = keyword;
  }

  private static int hash(String source, int start, int end) {
    int length = end - start;
    int hash = source.charAt(start) & 0x5F;
    hash = hash * 31 + (source.charAt(end - 1) & 0x5F);
    hash = hash * 31 + (source.charAt(start + (length >> 1)) & 0x5F);
    hash = hash * 31 + (source.charAt(start + (length >> 2)) & 0x5F);
    hash = (hash * 31 + length) * 0x9E3779B9;
    return hash >>> (Integer.SIZE - SLOT_BITS);
  }

  /** Whether a stretch of the source is this word, which is in upper case. */
  static boolean matches(String word, String source, int start, int end) {
    return word.length() == end - start && matches(word, 0, end - start, source, start);
  }

  /** Whether the source goes on with a stretch of a text that is in upper case. */
  static boolean matches(String words, int from, int length, String source, int start) {
    for (int i = 0; i < length; i++) {
      char c = source.charAt(start + i);
      if (words.charAt(from + i) != (c >= 'a' && c <= 'z' ? c - 32 : c)) {
        return false;
      }
    }
    return true;
  }
}
