package io.rowcall.sample.data;

/**
 * Number of rows of each kind. The hot user owns more than the others.
 *
 * @param users all users, including the hot one
 * @param metrics kinds of usage that a plan limits
 * @param sources chunks that a chat message quotes
 * @param syncedEvents calendar events per sync
 * @param slackEvents events per call from Slack
 */
public record Volumes(
    String name,
    int users,
    Owned hot,
    Owned other,
    int activitiesPerContact,
    int attendeesPerMeeting,
    int metrics,
    int syncRunsPerIntegration,
    int sources,
    int syncedEvents,
    int slackEvents,
    int eventSessions,
    int eventBlocks,
    int measurementsPerConfig,
    int newRecommendations,
    int rateLimitHits) {

  /**
   * Rows that one user owns.
   *
   * @param integrations including calendars
   * @param upcoming future calendar events; there are as many past ones
   * @param messages in the user's newest conversation
   */
  public record Owned(
      int contacts,
      int meetings,
      int integrations,
      int calendars,
      int upcoming,
      int messages,
      int usageEvents,
      int configs,
      int patterns,
      int insights,
      int studySessions) {}

  /** Returns the same with a different number of people in the hot event. */
  public Volumes withEventSessions(int people) {
    return new Volumes(
        name,
        users,
        hot,
        other,
        activitiesPerContact,
        attendeesPerMeeting,
        metrics,
        syncRunsPerIntegration,
        sources,
        syncedEvents,
        slackEvents,
        people,
        eventBlocks,
        measurementsPerConfig,
        newRecommendations,
        rateLimitHits);
  }

  /** The user that the documents measured. */
  public static final String HOT_USER = "user-kevy";

  /** The event that every visit reads, with all its sessions; and one with three. */
  public static final String HOT_EVENT = "7f3c9a52-d4e8-4b16-9c1d-3a5b8e0f2c47";

  public static final String SMALL_EVENT = "1b8e04c6-a7f2-493d-8e60-5d9c2b7a1f34";

  public static final Volumes STANDARD =
      new Volumes(
          "standard",
          200,
          new Owned(500, 200, 25, 3, 200, 20, 20_000, 6, 5_000, 500, 2_000),
          new Owned(50, 50, 4, 2, 10, 4, 500, 2, 100, 8, 40),
          10,
          6,
          5,
          40,
          3,
          50,
          20,
          40,
          200,
          800,
          5,
          50_000);

  /** Enough rows for every branch, and few enough for tests that load them often. */
  public static final Volumes SMALL =
      new Volumes(
          "small",
          12,
          new Owned(30, 25, 8, 3, 24, 6, 200, 6, 300, 20, 30),
          new Owned(4, 3, 2, 1, 3, 2, 20, 2, 10, 2, 3),
          7,
          3,
          5,
          4,
          2,
          9,
          7,
          8,
          12,
          30,
          5,
          60);

  /** A thousand users of the analytics dashboard, and little else. */
  public static final Volumes DASHBOARD =
      new Volumes(
          "dashboard",
          1_000,
          new Owned(500, 200, 25, 3, 200, 20, 2_000, 6, 5_000, 500, 2_000),
          new Owned(5, 3, 2, 1, 3, 2, 20, 2, 100, 8, 40),
          5,
          3,
          5,
          4,
          2,
          50,
          20,
          40,
          200,
          100,
          5,
          1_000);

  /**
   * Returns a profile by name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Volumes named(String name) {
    return switch (name) {
      case "standard" -> STANDARD;
      case "small" -> SMALL;
      case "dashboard" -> DASHBOARD;
      default ->
          throw new IllegalArgumentException(
              "--data must be small, standard or dashboard, not \"" + name + "\"");
    };
  }

  /** Returns the rows of the n-th user, from 0. */
  Owned ownedBy(int user) {
    return user == 0 ? hot : other;
  }

  /** Returns the id of the n-th user, from 0. */
  public static String userId(int number) {
    return number == 0 ? HOT_USER : "user-" + number;
  }

  /** Returns the session key of the n-th user, from 0. */
  public static String sessionKey(int number) {
    return "session-of-" + userId(number);
  }

  /** Returns the Slack team of the n-th user, from 0. */
  public static String slackTeam(int number) {
    return "T" + (1000 + number);
  }
}
