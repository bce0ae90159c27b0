/// What is asked becomes an answer: the same one for an event, a dashboard and an address.
/// [Answers] is the door.
package dev.glidepath.trends.answer;
