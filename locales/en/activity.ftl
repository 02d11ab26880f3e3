# Joint activities: entered once by the liaison office, confirmed by each who took part

activity-in-future = This day has not come yet. Enter the activity when it is over.
activity-days-wrong = The days are not right: the last day can't be before the first, and one activity takes 60 days at most.
activity-category-wrong = This section is not entered for several deputies at once. Raising a suggestion, and taking part in its handling, are each deputy's own.
activity-topic-missing = Please say what the activity was about.
activity-too-long = A field holds { $longest } characters at most.
activity-nobody = Please name the deputies who took part, by name or code.
activity-unknown = No deputy here is called "{ $name }". Check the name, or write the code.
activity-several = Several deputies are called "{ $name }". Write the code instead: { $codes }.
activity-not-in-office = { $name } is not in office or is suspended, so nothing can be entered for them.

## Desk

desk-activities = Joint activities
desk-activities-heading = Joint activities that were entered
desk-activities-none = None yet. Inspections, research, group activities and the like are entered here once; each deputy who took part confirms, and nobody has to report it alone.
desk-activities-back = Back to joint activities
desk-activity-new = Enter a joint activity
desk-activity-how = Each deputy who took part gets a card: they confirm it, or leave it out if they were not there. If one has reported it already, they are offered to join the two.
desk-activity-on = Day
desk-activity-until = Last day
desk-activity-until-hint = Leave it empty when it took one day.
desk-activity-day-unread = The day "{ $said }" can't be read, or has not come yet. Write it like 2026-08-04.
desk-activity-topic = Subject
desk-activity-topic-hint = The subject of the inspection, research, check or training; the name of the meeting; or what the group did.
desk-activity-place = Place
desk-activity-host = Organised by
desk-activity-matters = What was seen and done
desk-activity-people = Who took part
desk-activity-people-hint = Names or codes, parted by commas or line breaks. Write the code where two have the same name.
desk-activity-roster = Names and codes of the deputies of this unit
desk-activity-anyway = This is another activity; enter it all the same
desk-activity-go = Enter it and ask the deputies
desk-activity-participants = Took part
desk-activity-confirmed = Confirmed
desk-activity-waiting = To confirm
desk-activity-unbound = (has no account yet; sees it when there is one)
desk-activity-withdraw = Take it back
desk-activity-withdraw-how = If it was entered wrongly, take it back: { $waiting } cards that nobody has confirmed are void; { $confirmed } confirmed ones stay and can be returned one by one. To undo this, enter it anew.
desk-activity-withdrawn = (taken back)
desk-activity-withdrawn-said = This entry was taken back; cards that were not confirmed are void.
desk-said-activity-entered = Entered; the deputies who took part get a card.
desk-said-activity-withdrawn = Taken back.

## Command line

help-activity = Joint activities: entered once, confirmed by each who took part
help-activity-add = Enters a joint activity; each deputy who took part gets a card
help-activity-add--on = Day, such as 2026-08-04
help-activity-add--until = Last day, if it took several
help-activity-add--category = Section: 1 to 10 in the order of the handbook, 11 other
help-activity-add--topic = Subject, name of the meeting, or what was done
help-activity-add--place = Place
help-activity-add--host = Organised by
help-activity-add--matters = What was seen and done
help-activity-add--list = File with names or codes
help-activity-add--anyway = It looks like one that was entered, but is another
help-activity-add--people = Who took part, by name or code
help-activity-list = Joint activities, and how many deputies have confirmed each
help-activity-withdraw = Takes an activity back: cards that were not confirmed are void
help-activity-withdraw--id = Number of the activity
cli-activity-added = Entered ({ $id }); { $count ->
    [one] 1 deputy gets a card.
   *[other] { $count } deputies get a card.
}{ $unbound ->
    [0] {""}
   *[other] {" "}{ $unbound } of them have no account yet and see it when they have one.
}
cli-activity-row = { $id }  { $on }  { $category }  { $about }  took part { $participants }, confirmed { $confirmed }, to confirm { $waiting }{ $withdrawn ->
    [0] {""}
   *[other] {" "}(taken back)
}
cli-activity-withdrawn = Taken back; cards that were not confirmed are void.
