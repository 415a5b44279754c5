/** What people miss while an alarm rings: the text of the mail at night, in the order in which an article travels. */
export const impacts = {
  clock: {
    dead: 'Some minutes could not be handed to plan. The next minute makes up for one; many of them mean that no source is polled.',
    stalled: 'The clock stands still: plan has not been called for ten minutes and no source is polled.',
  },
  plan: 'No source is polled: nothing new is recorded until plan works again. Nothing is lost as long as publishers still list it.',
  polls: {
    dead: 'Some polls failed five times over. Their sources are planned again, but what they published comes late.',
    stuck: 'Sources are not polled for half an hour and more: what they publish comes late.',
  },
  poll: 'Polls fail as a whole: what many sources publish comes late until poll works again.',
  entries: {
    dead: 'Articles were seen but could not be recorded five times over: readers miss them until these messages are redriven.',
    stuck: 'Articles have been waiting for an hour and more to be recorded: readers get them late.',
  },
  ingest: 'Articles are seen but not recorded. They wait in the entries queue, for at most 7 days.',
  outbox: {
    dead: 'Recorded revisions could not be announced: subscribers miss them. Each message names the stream records it stands for.',
    late: 'Recorded articles wait ten minutes and more to be announced: subscribers get them late.',
  },
  publish:
    'Articles are recorded but not announced: subscribers get them late, and after 24 hours not at all.',
  announcements: {
    undelivered:
      'Events reached the bus but not the articles topic: its subscribers miss them. They wait in this queue, and the archive of the bus can replay them.',
    silent:
      'No article has been announced for a day. Either no source published anything, or the pipeline stands still while all of its parts look well: compare the sources in the API with their own pages.',
  },
  subscription:
    'A subscriber’s target did not take some events within a day: they wait in this queue, to be redriven.',
  webhook: {
    events: {
      dead: 'A subscriber’s server refused some events for about a day: it misses them until these messages are redriven. The sender’s log has the causes.',
      stuck: 'A subscriber’s server has not taken events for six hours: it gets them late.',
    },
    sender:
      'Events cannot be posted to a subscriber’s server: it gets them late. They wait in the webhook’s queue.',
  },
  query: 'Readers of the API and its pages get errors. Articles are still recorded and announced.',
  queryApi: 'Readers of the API and its pages get server errors. Articles are still recorded and announced.',
} as const
