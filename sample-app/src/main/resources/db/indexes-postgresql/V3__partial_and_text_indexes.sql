-- Partial and text indexes that only PostgreSQL supports, built concurrently and therefore outside a transaction.
DROP INDEX IF EXISTS idx_behavioral_pattern_userid_highconf;
CREATE INDEX CONCURRENTLY idx_behavioral_pattern_userid_highconf ON behavioral_patterns(user_id, confidence DESC) WHERE confidence >= 0.7;
DROP INDEX IF EXISTS idx_behavioral_insight_userid_unack_priority;
CREATE INDEX CONCURRENTLY idx_behavioral_insight_userid_unack_priority ON behavioral_insights(user_id, priority DESC) WHERE acknowledged_at IS NULL;
DROP INDEX IF EXISTS idx_study_session_userid_completed;
CREATE INDEX CONCURRENTLY idx_study_session_userid_completed ON study_sessions(user_id, completed_at) WHERE completed_at IS NOT NULL;
DROP INDEX IF EXISTS idx_contacts_search;
CREATE INDEX CONCURRENTLY idx_contacts_search ON contacts USING gin (to_tsvector('english', name || ' ' || COALESCE(email, '')));
