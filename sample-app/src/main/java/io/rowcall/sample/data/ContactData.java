package io.rowcall.sample.data;

import java.sql.SQLException;
import java.time.Instant;

/** Contacts and what happened with them. The contacts of the hot user are numbered from 1. */
final class ContactData {

  private static final String[] TYPES = {"CALL", "EMAIL", "MEETING", "NOTE"};

  private ContactData() {}

  static void load(LoadContext loading) throws SQLException {
    try (var contacts =
            loading.into(
                "contacts",
                "id",
                "user_id",
                "name",
                "email",
                "organisation",
                "added_to_campaign",
                "warmness_score",
                "last_contacted",
                "created_at",
                "updated_at");
        var activities =
            loading.into(
                "activities",
                "id",
                "user_id",
                "contact_id",
                "activity_type",
                "subject",
                "created_at")) {
      long contact = 0;
      long activity = 0;
      for (int u = 0; u < loading.volumes().users(); u++) {
        String user = Volumes.userId(u);
        for (int i = loading.volumes().of(u).contacts(); i > 0; i--) {
          contact++;
          Instant created = loading.before(365);
          contacts.add(
              contact,
              user,
              "Contact " + contact,
              "contact" + contact + "@example.org",
              "Organisation " + loading.below(40),
              loading.below(4) == 0,
              loading.below(101),
              loading.below(10) == 0 ? null : loading.before(90),
              created,
              created);
          for (int a = loading.volumes().activitiesPerContact(); a > 0; a--) {
            activity++;
            activities.add(
                activity,
                user,
                contact,
                TYPES[loading.below(TYPES.length)],
                "Activity " + activity,
                loading.before(180));
          }
        }
      }
    }
    loading.continueIds("contacts", "activities");
  }
}
