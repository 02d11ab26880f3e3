# What is printed: posters, pictures, official papers, and the words when nothing can be printed. The handbook's own are in handbook.ftl.

font-missing = There is no font with Chinese on this machine, so no PDF or picture can be made. Please have the administrator install the package fonts-noto-cjk (Debian, Ubuntu: apt-get install fonts-noto-cjk), or name a font file in FONT_PATH.
press-busy = Too much is waiting to be printed. Please try again in a while.
press-fault = The file could not be made; nothing is lost. Please try again, and tell the administrator if it fails again.

# Posters
poster-title = Poster with a code to scan
poster-headline = Something to tell your deputy?
poster-name-deputy = Deputy { $name }
poster-name-unit = Provincial deputies elected by { $unit }
poster-name-all = Deputies of Hunan Province
poster-whose = { $unit }   { $post }
poster-whose-unit = Provincial deputy elected by { $unit }
poster-scan = Scan and write
poster-step-scan = Scan the code with your phone. Nothing to download, no account.
poster-step-write = Say it in your own words; photos, voice messages and files are welcome.
poster-step-answer = The deputy answers, and you can follow what happens. A deputy can raise the matter with those in charge, but can't handle it directly and can't promise a result.
poster-step-name = You write under a pseudonym and your number isn't shown. Please give no identity or bank card numbers.
poster-emergency = In an emergency call 110, 119 or 120
poster-link = Address: { $link }
poster-office = { $office }
poster-office-phone = { $office }, telephone { $phone }
poster-not-in-office = This deputy is not in office or not on the newest roster; nobody could write, so no poster was made.
poster-closed = The deputies of this unit are not open to the public, so no poster was made.

# A deputy's year as a picture
glance-title = { $year } at a glance
glance-whose = { $name }: { $count ->
    [one] { $count } confirmed record
   *[other] { $count } confirmed records
}
glance-sections = Records by section
glance-months = Records by month
glance-month = { $month }
glance-foot = Only confirmed records are counted. There is no target and no ranking.
