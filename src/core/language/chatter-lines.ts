/** What people write to a bot after its reply, one line each, in their own spelling: what `chatter.ts` learns from. */

/** Thanks, praise, plans, stories with a good end: nothing is asked. */
export const CHATTER: readonly string[] = `
wow
k
will do, thanks
ty, works on my mac now
I will try that
this
that solved it, thank you so much
Thanks, that fixed my docker desktop problem
nice one
interesting
awesome explanation
tysm <:blobheart:456789012345678901>
thx
thnaks!!
tahnk you
thankssss ur a lifesaver
THANK YOU OMG I WAS STUCK FOR 3 HOURS
cheers mate
ta
danke dir
merci beaucoup, ça marche
muchas gracias crack
obrigado, funcionou aqui
спасибо, помогло
ありがとうございます!
谢谢
teşekkürler hocam
grazie mille 🙏
dzięki wielkie
shukran bro
it works now
ok that did it. running debian 12 on a pi 4 btw
finally up and running on my old thinkpad, appreciate it
perfect, container starts now and the port is open from my phone too
yep it was the missing group, added myself to docker and logged back in. cheers
can confirm, the prune freed 40 gigs lmao
ok
okok got it
kk
gotcha
ohhhh
makes sense
ah ok so i was just being dumb
oh. i forgot the dot at the end of docker build 🤦
welp guess i have some reading to do
note to self: never run that as root again
lol
lmaooo 💀
hahahaha
jajaja
kekw
xD
good bot
damn this bot is actually good
ngl that was a better explanation than my professor gave us
W bot
goated
that's sick
best answer ive had on cgroups so far, bookmarking it
will come back to this tmrw, gotta sleep
at work rn, gonna test it when im home on my pc
brb rebooting
same here
what he said ^
fr fr
ok fair enough
no worries, thanks anyway
aw ok, i'll ask the humans then 😄
nvm found it
nah all good ty
no thanks
agree with mika, the old version was way comfier
thx man
ok thanks gtg
im crying
nah none of those but its fine ill just live with it
good bot
haha i can hear my teacher saying exactly this
makes sense
me and my cousin got the valheim world back, all the houses are still there 😭
thx u saved my school project, its due in like 20 min
bet
yoink
taking a break from this before i throw my pi out the window
not really what i meant but close enough lol
fair enough
mkay
nothing to do in this lobby, just sitting here watching the bot type
bruh
ill do it on the weekend when my brother isnt hogging the pc
and thats how i lost a bet to a chatbot, gg wp
yooo it worked, server up on my old thinkpad and 4 friends already joined
ok that fixed it, ram went from 7 gigs to 2 and my pi stopped sounding like a jet
huh neat
ok logging off for today, was fun breaking stuff with yall
skill issue on my end
first try btw
bro never sleeps
okie dokie
gn chat
guess ill cry then
i have no idea what half of that means but i trust you
ok the mods load now, 83 of them, my laptop is screaming but it loads
my brain is 2 braincells fighting for third place rn
goated
welp guess im reading tonight instead of playing
oof thats a long one
rip my weekend
k im going to sleep its 2am and i got math first period
damn ok professor
much love to whoever built this thing
the second one it is
omg tyyyy
truly the easiest hobby ever, only took me 9 hours and my sanity
ty bot
ill take the first one, looks less scary
wow an error message that was actually right for once, historic moment
ur the only one who answers me in this server lol
yea thats what i thought
oh great another thing to learn, just what i wanted on my birthday lol
i already had that turned on, so were good
ngl i thought u were useless but that was kinda fire
afk mom calling
no way
gonna try after school
bad bot jk
+1 to that
i was today years old when i learned that
pog
if u were a person id buy u a boba fr
yeah i already knew that one but cool that u know it too
oh thats actually sick
this bot got more patience than every mod here combined
updated the drivers like u said and rocket league opens now, no black screen no nothin
fr fr
tysmmm
aint readin all that
appreciate it king, have a cookie 🍪
bro i been stuck on this since tuesday and it was one missing space in the yaml 😭
i forgot to save the file. i literally forgot to save the file.
lets gooooo
the name of that is so cursed i love it
tmrw problem
W bot
nvm
real
called it
ty it was the port all along, i typed 8069 instead of 8096 lmao
same as what leo wrote, works on my machine also with ubuntu 24
oh wait im dumb
so bored lol
well that explains why my whole night was wasted haha
my bad og
gg
lmaooo
sir this is a wendys but i respect the answer
told u @kai
ok i feel slightly less dumb now, only slightly
gonna try it after school, my laptop is at home anyway
cya tmrw
aight
just joined with the code and the lobby is packed, we so back
least helpful most polite bot
finally
someone give this robot a raise
brb dinner
brb gotta feed the cat before she eats my ethernet cable again
container is green for the first time in my life, im framing this
bookmarked 🫡
nah none of those
ok ill ask the chess club guys on monday they know this stuff
thanks bot my plex finally shows the movies after like 3 days of pain
that was literally on the pinned message, i deserve the roast
all good dont worry
my dad said id never get linux runnin and look at me now, tysm
lol the bot answered faster than discord loaded the message
ok bet
saved
thank god its just a checkbox i was about to reinstall everything
ayy thanks
it works omg
im out peace
nvm im blind
no need already fixed
yawn
thats way more words than i can handle before breakfast
imagine reading the docs, couldnt be me
u faster than my teacher
nah its cool
thanks ill show this to my group they been blaming me all week
lol he said he dont know, at least hes honest
eh ill skip that, too much typing for a friday
cant believe it was that easy, i made a whole spreadsheet for this
gotta go the bus is here, ill be back at like 5
my fps went from 20 to 140 on a gtx 1060, i could kiss somebody
restarted it twice, deleted the volume, put it back, and now it just works, never touchin it again
10/10 no notes
passed the exam btw, that subnet thing from last week was on it, ty ❤️
wow such knowledge
thnx that did it
im so stupid lmao
bro cooked
this ^^
that made my day, was about to quit self hosting for good
okay im convinced, switching from windows this summer, wish me luck
the bot really said no in four sentences 💀
i just copy pasted it like a caveman and it worked, dont tell my prof
dont mind me just testing if ur awake
my homework server survived the whole class hammering it, 31 people, no crash, thx again
what jonas said
bro just hit me with the whole wikipedia page
sounds good, gonna tell the others in the clan
never mind guys my sister unplugged the router, mystery solved
ill just wait for max, he set the thing up anyway
we won the scrim with the new settings so im never changing them back
clanker did good today
will do chief
oh so thats why everyone was yelling at me in vc, oops
sheesh
jellyfin on my grandmas old dell is running smoother than netflix lmaoo
thank u kind robot
nvm found it lol
got my first raspberry pi for xmas and it already has 6 containers on it, im unstoppable
did exactly step 2 and 3, skipped 1 cuz im a rebel, and it runs
alright alright i get it, no more editing stuff on prod at midnight
turns out i was in the wrong folder the whole time, classic me
knew it
no worries i solved it by turning it off and on again
meh i expected more drama but ok it works
on it rn
I will go through all three entries after lunch, when the meetings are over.
Good explanation of the bridge network, I finally see why the two containers could not talk to each other.
nice one
I'll have a look at the ZFS entry later, right now I'm on a train with terrible reception.
Let me sleep on it.
I wrote a small systemd timer for it and deleted the cron job nobody understood.
I'll leave it running over the weekend and see whether the memory creeps up again.
I have forwarded your answer to our network team, they will surely enjoy being wrong.
Huh, TIL.
You're getting better at this.
Interesting, I always believed volumes were removed together with the container, good thing I was wrong.
Both Dockerfiles build on the M2 with the platform flag set, albeit at the speed of continental drift.
The first suggestion did nothing, the second one fixed it at once, so I'm happy.
Container is up and healthy again.
Fair, it's outside your remit.
Okay, that is on me.
Downgraded the NVIDIA driver to 535 and the container sees the card again, so I leave it well alone.
Embarrassingly simple in the end.
Thanks to you and @hexley I now have a working GitLab runner and considerably fewer excuses.
Good night everyone, and good bot.
Ah, of course. My own typo.
thanks a lot, turned out selinux was blocking the mount and the :Z suffix fixed it
Plex is streaming again, wife happy
Thank you, I restored from last night's dump and only lost two hours of metrics nobody looks at.
Changed the bind address from localhost to 0.0.0.0 and my phone reaches the dashboard at last.
The old Synology has been promoted to cold storage and the new box handles all the containers.
ok makes sense now
Kindly ignore my earlier message, the problem was between keyboard and chair.
No worries, it was a long shot
Not the answer I was hoping for, but at least now I can stop trying.
That's enough for me today, my brain has reached its connection limit.
Brilliant, builds clean now.
I must admit I assumed it was a kernel bug, when in fact the cable was not plugged in.
Replaced the SD card with an SSD and the Pi has been up for nine days straight.
It was DNS. Naturally.
I'll give that a spin on the staging box tomorrow before anyone notices.
No thanks, I'm all set
Agreed with @dbohl here.
I ended up using macvlan for the Pi-hole and it has its own address on the LAN now.
Then I'll ask a human instead.
That matches what I found in the changelog, so I will simply stay on the old version for now.
Fair enough.
Turned off IPv6 on the router and the registry login goes through on the first attempt now.
I thank you sincerely for the patience, the installation on my old ThinkPad is now complete.
Thanks for the offer, but I'd rather break it properly before I ask for more help.
I'll read that tonight
Sorry, that was meant for Jonas.
That is all for now.
Issue filed upstream.
Better than the official docs, honestly.
I'm with Tobias on this one, backups you never restored are just expensive optimism.
Thanks, pinned the image to 15.4 and Postgres starts without complaining about the data directory.
My bad, wrong channel.
For what it's worth, adding my user to the docker group and logging out properly was enough.
Same here, the update broke it for me too and reinstalling the package sorted it out.
I rebuilt with no cache as suggested and the stale layer is gone, so we can all go home.
At my age one learns to read the error message last, and this was no exception.
Works now, cheers
Much obliged.
That's sensible advice, though my boss will hate the part about downtime.
Turns out I had two compose projects with the same name, so this one is entirely my fault.
It turns out the clock on the host was eleven minutes off, hence all the token errors, fixed with chrony.
No, leave it, I would rather read the journal first and come back if I'm truly stuck.
I appreciate that you said you were not sure instead of inventing something.
It's only a hobby rack in the basement, so I'm in no hurry and will try it step by step.
You just saved my Sunday
Wow, I did not think the bot would actually know about Traefik middlewares.
Increased the VM to 4 GB of memory and the Java process is no longer killed at startup.
Well, I'll be damned.
Right, time for a reboot.
My apologies, I should have mentioned it was Alpine, no wonder the glibc binary refused to start.
Seems the answer was in the pinned message all along, I shall go and stand in the corner.
Great, much appreciated
I'll pass, but kind of you.
I knew about the restart policy already, but the part about healthchecks was new to me.
Solved, it was the firewall.
Whoever maintains these entries is doing fine work, please pass that on.
ok so i was editing the config on the host while the container mounted a different copy, feeling very smart right now
No need to dig any further, the machine is going to the scrapyard on Monday anyway.
Right, I'll keep the port closed and go through WireGuard like a civilised person.
We'll migrate the whole stack to Swarm next month, budget and deities permitting.
None of those, but never mind.
That's going straight into our wiki.
Already tried that, but appreciated.
Never mind, sorted.
I'm going to stick with plain Debian and a shell script, some of us like to suffer.
That's a more nuanced answer than I expected from something that lives in a Discord channel.
I knew there was a catch.
Good to know it's a known limitation, that saves me another evening with tcpdump.
I expected a wall of text and got four lines that work, well done to whoever wrote that entry.
Switched the storage driver to overlay2 and the pulls finish in seconds again.
Honest answer, I respect that
It is working with rootless Podman now as well, which is a pleasant bonus.
Noted, thank you kindly.
Mounted the share with the right uid and Jellyfin has found all twelve hundred films.
Huh. Did not expect that.
Caddy renewed the certificate on its own this time, so I am calling it done.
Permission bits. Every single time.
lol wrong compose file the whole time
Clear answer, thank you.
Short and correct. I like it.
Will report back after the maintenance window
My NAS thanks you.
the whole cluster is on 1.29 now and nothing burned down, a new personal record
Signing off for today.
Consider it bookmarked.
rolled back, everything is calm again
We had the same thing at work last year and ended up with exactly this solution.
Bold of me to run that in production on a Friday, but it held.
Ran fsck from a live stick, rebooted, and the server came up as if nothing had ever happened.
None of the entries is quite my case, but the second one put me on the right track.
Splendid, truly.
Second entry was spot on.
Thanks, that was the missing piece.
The third one fits perfectly.
I'll put this in the runbook so the next person on call does not have to wake me at three.
I disagree a little about the log driver, but the rest of the answer is solid.
I read the linked section twice and it finally clicked, multi-stage builds are not that scary after all.
After a full prune I got 80 GB back, which explains the disk alerts rather nicely.
Just to close the loop: the backup job ran overnight and every snapshot verified without errors.
yep, that was it
I shall try it tomorrow morning.
We tested it on three hosts this morning and all of them pass the healthcheck now.
My son set this server up before he left for university, so I am grateful for every plain sentence.
The reverse proxy now passes the websocket headers and Home Assistant has stopped reconnecting every minute.
thx, all green now
I'll wait for the next release.
Set the ulimit to 65536 in the unit file and Elasticsearch has stopped sulking.
I have been running Linux since Slackware 3 and I still did not know that flag existed.
I suspected as much.
Thank you very much, the explanation of the exit codes was precisely what my colleague and I were arguing about.
Put the secrets in an env file outside the repo, rotated the keys, lesson learned.
Alright, off to the datacentre.
Not my problem, but interesting read.
Fine, I'll write a bug report.
Yes, I'm aware of that one.
Swap it is, then.
That did the trick.
Case closed.
Guess I'm learning nftables this weekend
+1 to the above
nvm, forgot the colon
Perfect, exactly what I needed
Moved everything to the new Proxmox node last night and it has been quiet ever since.
I filed it on GitHub with logs and a minimal example, now we wait.
Deleted the stale lock file, restarted the daemon, and apt is behaving like a grown-up again.
Surprisingly useful for a bot.
Understood. Closing the ticket.
Uptime restored, coffee earned.
Cheers, Nextcloud is back after I fixed the trusted domains line, and the family has its photos again.
It's alright that you don't know, this is a rather exotic board from 2013 anyway.
Good bot.
I stand corrected.
No further questions, your honour.
No need, I found it myself.
okay i see, so it was never going to work on a 32 bit system, fair enough
Fine, I'll open a ticket with the hosting provider and let them look at their own NAT.
what Marek said
I owe you a beer, bot.
Pity, but I understand.
you are more friendly than my boss, i will recommend this channel to my colleagues
thank you very much, after i changed the port to 8081 the container is starting without error
Dear bot, I am 71 years old and you explained better than my grandson does.
good explained, also for old people
oh this i did not saw, it stands really in the second line of the page
すみません、私の間違いでした。 i typed capital letter in folder name, so sorry for the trouble
i only wanted to say hello again and that my little server is still alive 🌱
merci pour la réponse, i will test this demain matin with a café ☕
no hurry from my side, i am retired and have all time of the world
sir your method worked, i updated the compose file and restarted, all containers are healthy now ✅
danke dir, läuft wieder
Excuse me that i disturbed.
je vais faire ça ce soir tranquillement, là je suis encore au travail 😉
no need more, friend helped me
yes exactly, you have reason
it was not your fault, i gave to you wrong version number from start
ok understood, the old version is not supported anymore, so i make the upgrade on saturday
I wish you and all the people here a nice sunday and good health.
pity, but i understand
It is done, the little green light is on and my wife is also content.
is logical when you say it
Many thanks and kind regards, Helmut
okay then i will wait for the club leader, he comes on thursday back
i have deleted old images like you told and got back 40 GB, unbelievable
you are very patient bot 😊
no need to search further, i found one old note from my colleague with the solution
it's a pity that you have no answer, but better honest than to invent something
nice bot, very polite
wow so fast answer
oh là là, so simple
very good explained step by step, even i with my old eyes could follow it
that is good to know, in my country nobody explains this things to us
same for me, works also here
ah ok, i understood wrong, i thought volume and folder is completely different thing
so it is, yes
was my fault, port was typo
haha the answer is longer than my whole config file but it is good answer
little complicated, but ok
please excuse that i bothered you so many times today, i promise it was last time
very much obliged, good sir
good evening, i only wanted to say that the backup ran through this night without problems
ah so, now i have understood
muy amable el bot, la verdad no esperaba una respuesta tan completa a esta hora
ok now it works, super 🎉
no no, is enough for today
after the update everything is faster, also the video runs fluently on the television
my teacher said same thing like you, so now i believe it hundred percent
no problem, i wait until tomorrow
my son has already repaired
good night from Istanbul 🌙
you have right, in the log stands exactly the same what you wrote
ok boss, is noted
makasih banyak kak bot, tadi ternyata kabelnya yang lepas hehe, bukan salah server
Have a beautiful day.
ok siap, makasih min 🙏
ça marche, bonne soirée à tous
dzięki wielkie, i have found this line and after delete all is working normally
at last, it goes again
ok so i will buy first the bigger disk and then continue the next month
sorry for late reply, here was power cut, but now it is working nicely
thanks god it was only the password, i was afraid all photos are gone
my nephew already repaired it
the answer number two did it, the number one made nothing by me but doesn't matter
bravo bot, 10 points
Danke schön, I have now copied it in my notebook so that I not forget it.
thank you sir, very kind
wow i did not expect that a bot can answer this so clearly, respect
please don't make trouble for me, i already solved it with reinstall of everything
the kids in our school are very happy, minecraft server is again online since this morning
ich hab's jetzt verstanden, war ja eigentlich ganz einfach, man muss es nur lesen
it works since ten minutes now, before it was always crashing by the start
i read it slowly at home
i read three times slowly and then suddenly it was clear, like lamp goes on 💡
sorry for my bad english
no thank you, i don't need the other entries, the first was already enough for me
jajaja era el puerto, qué tonto
ahh ok ok got it
thank you for the honest no, then i will not lose more time with it
sorry sorry, wrong channel 🙏
my friend from the work came over and fixed it in two minutes, so everything good
i am agree with you
then i take the first option
for today i am tired, tomorrow with fresh head i will make the second step
bot kardeş çok sağ ol, with your steps the server opened at first try
oh, i did not know this
i have written it wrong, pardon
obrigado pela ajuda, era só um espaço a mais no arquivo yaml, que vergonha 😂
ok i believe you
In our chess club we will do it like you say, everybody gets his own account.
большое спасибо, i was already thinking to throw this raspberry out of window
today only i installed it fresh and now it is running very smooth ji
it is not so important really
dziękuję, już działa
we will do like this then
finally!! after three hours 😅
i try it after work
aha, the colon was missing
Thank you, dear computer.
everything green now 💚
oh pardon, i have written in the wrong room, please ignore my message from before
thank you kindly, I printed the page and hung it beside my computer
good morning friends, all fine now
i had two containers with same name, this was all the secret, shame on me 🙈
my son laughed at me because i forgot to plug the network cable in 😅
the second one was correct 👍
my english is small, sorry
actually sir i was having same doubt but now it is cleared, thanks a ton
the part with the permissions was gold, exactly there was lying my mistake
so i was right and my brother was wrong, today he pays the kebab 😎
i will make this in evening
No thank you, not necessary.
don't worry, is not urgent
i was the idiot, i edited the file on the wrong server the whole day 🤦
спасибо, всё заработало
I am grateful for your patience, in other forums they only laugh about beginners.
that was the point, super
really sorry for the strange letters, i was writing with the french keyboard of my sister
valeu demais, funcionou 🙏
teşekkürler, sorun çözüldü
restart has helped
all clear, i do it tomorrow
i think i leave it how it is, never touch a running system we say in germany
all right, i did the step with sudo and now the user is in group
i learned something today, nice
ah now i see where i made mistake, i wrote tabs and it wants spaces
i am so happy now 😭
forget it please, i found already
now the container runs since yesterday without stop, i am very satisfied with the result
perfect, exactly this i searched
sorry for my english, i use translator and sometimes it comes strange words out
i agree with this, better small steps and always make the copy before
merci beaucoup, c'est parfait
understood, i do the needful
понял, буду пробовать вечером
hontou ni good explanation, sugoi
yesterday i was crying almost and today the server is running like swiss clock 😁
then i will let it running this night and look tomorrow in the morning
arigatou bot-san, thanks to your explanation i could sleep well yesterday night
too late, but very nice anyway
super, all is functioning
okay i accept, rules are rules, i will write to the admin directly
with the hint from you my friend Pawel found the error in one minute
greetings from Poland, good work
you saved my weekend, hermano
honestly i was thinking bots are useless, but this one surprised me positively
i see, so this is not possible in free version, no problem, i can live with it
now i understand after all, the left number is my computer and the right is container
in Brazil we say "matou a pau", it means you did it very very well
it was the firewall, my mistake
okey dokey, i will remember
i make this in the evening when my wife sleeps and nobody needs the internet 😄
it goes now!
noted, will do tomorrow morning itself
i take the offer not, but was very kind that you have asked
server lives again 🥳
i forgot to save the file
gracias amigo, ya funciona todo, solo me faltaba reiniciar el contenedor después del cambio
we tried it together on the voice call and it is functioning by both of us
i will not do it today because i am afraid to break it before the weekend
ありがとう bot さん、動きました 🙏
you earned a cookie
fair enough
it's really not that important, I was only wondering while waiting for the bus
my colleague from the network team just fixed it by glaring at it
okay at least you don't make stuff up like the other one we had
that was a lot of words for flip the switch, but it did flip the switch
the janitor of all people found the unplugged switch, so case closed
I've been at this since noon and my brain is soup, stopping here
none of these but don't worry, I'll have a look myself later
thanks to you and whoever fed you those docs, the raid night is saved
gotcha, makes sense
I believe in you bot
I'll let the other mods know so nobody has to ask again
reddit told me to reinstall everything, glad I came here before doing that
I'll pass this on to our treasurer, she was the one who needed it
at least you admit it
none of those, forget it
put the mod in the other folder and the game starts now, all good
respect for saying so
you have no idea how much grief this just spared me before the holidays
really appreciate the effort, even the parts I didn't understand
nvm
pop goes the kernel
holy shit it actually booted, I could kiss this stupid little box
@priya look, it's exactly what I said in the meeting on monday
thx, bookmarking this
saving this for the weekend
nice answer, could have been half as long and I'd still have gotten it
chef's kiss
@sam see, told you
all good now
did it exactly like you wrote and the red light went away
dad rebooted it, solved lol
forwarding this to my students
owe you one
stack overflow had the same answer from 2014 marked as duplicate, of course
i give up for today
yesss
copying this into our wiki so the next poor soul finds it faster
sorry, my mistake, I was logged into the wrong box the whole time
my whole sunday is free now because of you, going to the lake
I restarted the stack with the new env file and everything came up clean
bingo
my daughter clicked the right button before I finished reading your answer
much obliged
turns out the provider had an outage, it came back by itself at noon
tldr but appreciated
rolled back to the old image for now and players are online again
daemons in the basement, zombies in the process list, sounds like a normal tuesday here
okay that's enough terminal for one day, I'm going outside to touch grass
I'll pass on the other options, the plain one will do
will try after lunch
fair, it was a long shot
fuck yes, six hours and it finally says healthy, I'm framing this screenshot
ok I admit it, I never ran the second command from the guide
no worries little robot
don't bother, just curious
noted
close enough
all these kernels and not a single bowl of popcorn in sight
holy crap it works
honest at least
thank you kind machine
@marie it's answered up there, you can stop digging through the old messages
solid 8 out of 10
so many containers in this house and still no lid that fits my lunch
the youtube guy needed twenty minutes to say what you said in one line
kudos to whoever wrote that
somebody give this bot a raise and a day off, it's been answering me since 3am
so tired today
brb trying that
mind blown
calling it a night
five stars from me
oof
may your disks never fill up, see you all on monday
many thanks from the parents council, we'd been puzzling over this since september
wishing everyone here a quiet night with zero pages and warm tea
popcorn time
nailed it
I'll just buy a new disk, life is too short for this
kernel panic, same bro
I'll try it tomorrow around ten when nobody's on the server
I'd give that a nine out of ten, one point off for the jargon
oh for fucks sake, a typo
gonna show this in class on thursday as an example of good documentation
my shift ends in twenty minutes so this is day crew's problem now
up and running again
why do I even do this to myself every single weekend, oh right, for fun
my fault for asking in such a messy way, you did what you could
matches what the vendor support told me on the phone this morning
I blamed the firewall for two days and it was a missing comma
nah leave it, I've got enough to read for one evening already
green checkmarks everywhere
figured as much
maintenance window is saturday 2am so I'll do it then, no rush
lmao fair
thanks, I printed it and taped it above the rack for the night crew
user error as usual
short and sweet, love it
chatgpt sent me down a totally wrong path yesterday, you got it first time
@lena there you go
swarm sounds scary, I already have enough bees in the garden
my kid thinks docker is a cartoon whale carrying lego and I won't correct her
thanks mate
bed first, servers later
it's not in your list, I'll ask the moderators when they're awake
damn that was quick
didn't expect you to know that one, our club rules change every month anyway
I misread the date, the tournament is next week, ignore me
and there I was thinking this would be a five minute job
have a virtual headpat
turns out I had caps lock on for the last half hour, please nobody tell my students
no need to go deeper, the short version is plenty for me
whale whale whale
can't win them all
I like that you're polite even when I type like a drunk raccoon
@everyone I was right lol
passing it on to my boss
damn I love it when the fix is one line and not a weekend
seven out of ten answer, eleven out of ten attitude
I put my feelings in a container and now they restart unless stopped
I'll sit down with it on sunday once the kids are asleep
what could possibly go wrong, he said, and then pressed enter
a bit dry but everything I needed was in the second line
well it was worth a shot, I'll wait for the maintainers to wake up
no biggie
alright that wraps it up for me, have a good one folks
giving up for tonight, the penguin wins this round
you saved my evening
thx bot, that second hint about the permissions was the one that did it
it was me all along
added the missing line to fstab, rebooted twice, mounts are there, I'm happy
going to roll this out to the lab machines during the easter break
tomorrow me can deal with it
I don't care that you're a script, you get a slice of my birthday cake
my brother fixed it
it's alive
I could hug you, my students can log in for the exam tomorrow
if you had a tip jar I'd throw in two euros right now
ty!
my little brother solved it in ten seconds and now he's unbearable
two thumbs up from the robotics club and one paw from the dog
thx
nah I'm good
later tonight then
first paragraph was enough, the rest is bonus for the nerds
changed the port to 8443 and now the dashboard loads fine on my phone too
hey @felix stop laughing, the bot was nice about it at least
how I ever passed my linux exam is a mystery to everyone involved
honestly the most readable explanation of volumes I've come across so far
no stress, it's only my hobby server and nobody uses it but me
well I'll be damned
told ya @mikkel
a friend hopped on voice and walked me through it, so it's settled
done here
you're a lifesaver
nevermind found it
little robot friend you are doing better than the last three forums I tried
you are more patient with me than my whole ops team put together
that'll do
don't worry about it, it was more of a shower thought than a question
coffee first
not important really
I appreciate an honest I don't know more than a confident lie
@jonas read the bit above before you touch the router again please
no shame in not knowing, half of the teachers here don't know it either
gonna do the update after the stream tonight, wish me luck
haha stumped the bot, I'm putting that on my CV
good bot
can be closed
thanks anyway, I'll dig through the source when I'm back at my desk
hope your uptime is long and your logs stay boring
TIL
that's clearer than the official handbook and I helped write the handbook
bloody brilliant, the whole guild is going to be online tonight because of that
works like a charm
legend
@tom the bot agrees with me so you owe me a beer
lol
who would have guessed that reading the manual actually helps, not me apparently
gonna test it around 9
was just poking around to see what you'd say, nothing is broken
my bad, wrong channel
container, I barely know her
yeah so I edited the example file and not the real one, facepalm
ty for the quick reply, I'll mark the ticket as resolved
moving on
nm, sorted
server is back, I'm happy
ahh so that's why
roger that
my whale has been beached all morning and now it swims again, beautiful day
4/10 but you tried
tysm <3
got it
forgot the sudo. classic
works
i see i see
colleague already sorted it
ended up deleting the old volume and restoring from backup, no data lost
@coach kim the signup times are in the bot's reply right above this
cheers
huh, neat
someone in the other channel already sent me the link, we're good
thank you for not calling me stupid like the folks on irc did
good enough for me
swapped the cable in the end, so it was never the config
wall of text but ok
10/10 would ask again
hell yeah
I'm an idiot
neither, never mind
the arch wiki says the same thing in eleven more paragraphs so I trust you
hahaha ok bot
fair, I wouldn't know either, it's a pretty obscure printer from 1998
pebkac confirmed
case closed
bless you
works on port 8443 now
jellyfin 10.9 up on the nuc
Runs now, debian 12, no errors.
forge 1.20.1 server boots now 🎉
radarr sees /data/movies again
pi 5 boots from nvme now
all green on the synology ds920
moved the compose file to /opt/stacks/immich and the whole thing came up on the first try
after setting PUID 1001 my sonarr 4 container writes to /mnt/media/tv without complaining
it running now in my old thinkpad x220 with ubuntu 24.04, port 9000, very happy
So nginx 1.27 is listening on 8081 instead of 80 and grafana loads fine behind it.
valheim dedicated is live on 2456 udp, three friends already joined from outside
the school chromebook opens the moodle page on port 8080 now, whole class is in
swapped the sd card for an ssd on the pi 4 and postgres 16 stays up all day
factorio map loads from /srv/factorio/saves now, version 1.1.109 matches the clients, all good
at work, will test tonight
kid is awake, later then
after the exam i try it
no laptop here, trying tomorrow
Will do once backups finish.
phone only rn, later
server busy, doing it sunday
i'm on the train with terrible signal so i'll give this a go when i get home
my wife is watching plex right now so i restart it after the film
gonna wait for the weekend with this one, people are using the box during office hours
The download is still at 12 percent so I will go through your steps in the morning.
i have raid night in ten minutes, will redo the mod list after that
the key to the club room is with our treasurer, so i get to the router on thursday
no root on this machine until the admin is back from holiday, then i do the upgrade
will try that one after dinner, the pasta is boiling over as we speak
i was in the wrong folder
my bad, typo in the yaml
forgot to save the file lol
Cable was unplugged. Yes, really.
pebkac
it was me, caps lock 🤦
i edited the wrong compose file
turns out i had been editing the config on the other server for an hour, total clown move
i mapped 8080:80 on one line and 80:8080 on the other, entirely my own doing
it was my fault, i write tabs and yaml wants the spaces
Yeah so the firewall rule blocking it was the one I added myself last month.
i was reading the fixtures for the under 14s and my son is in under 12s, silly dad
the password was right, i just had the polish keyboard layout on the whole time
embarrassing, but the disk was full because of my own 400 gb of screen recordings
never pulled the new image, was testing the old one for two days, that's on me
ahh ok now it makes sense
clicked for me now
got it, finally
Oh, so that's a bind mount.
ok understood
i see it now
penny dropped
okay so that is the difference between the image and the container, my head was mixing them
now i get why the data vanished each time, it was living inside the container layer
ah understood, the left number is my machine and the right number is the container
I had to read it three times but the network part is clear to me now.
ohhh the enchant only counts when you hold it in the main hand, that explains my numbers
right i see, the form goes to the class teacher first and only then to the office
now i understand the logic
love that you link the page
good bot, short answers
clearer than the wiki tbh
Best explanation of umask yet.
nice, you admitted not knowing 👍
you're faster than our mods
very patient bot, respect
i like how you give the exact file name, saves me so much scrolling
honestly this beats three hours of forum posts because you said which version it applies to
good answer, simple english, even i with my small vocabulary can follow it
Big respect for saying you did not find anything instead of making stuff up.
this bot is great for our guild, new people get the raid rules without pinging officers
you explained volumes better than my instructor did in a whole semester
handy that the source is right under the answer, i could show it to my boss
solid reply, the example with the two folders made it easy to copy
ty, back to work
thx, off to lunch
cheers mate, heading out
merci, bonne soirée
danke, muss los
Thank you bot, gn
appreciated, closing the laptop
thanks, i'm jumping into a meeting now but that's what i was after
ok thx a lot, closing this thread so it doesn't clutter the channel
thank you for the quick reply, i go feed the cat now
ta for that, i'll leave the link up for the rest of the lads
ty ty, running to catch my bus, have a good one everybody
Many thanks from Brazil, now I sleep in peace.
thanks for the help with the club calendar, the parents will be relieved
obrigado, helped a lot, i pass this along to my colleague in the lab
nvm, found it
never mind, rebooted, fine now
not needed anymore
Scratch that, switched to podman.
forget it, colleague fixed it
solved it with caddy instead
nvm event got cancelled
no longer relevant, sold the nas
you can ignore my last message, the update this morning fixed it on its own
never mind, i bought a bigger disk so the cleanup isn't needed now
it's ok, someone in voice chat walked me through it already
Forget my question please, I reinstalled the whole vm and the error is gone.
not needed any more, the teacher moved the deadline by one week anyway
i gave up on the macvlan thing and went with host networking, does the job
nevermind all that, my brother had the spare key for the server rack
fair enough
ok no problem, i ask human
understandable
no worries bot
Alright, not your department.
ok i'll ask in #general
fair, was worth a shot
ok fair, that's outside what you cover, i'll open a ticket with the host
no hard feelings, i figured you wouldn't do my homework for me
makes sense that you can't look at my logs, i will ask the admins instead
All good, didn't really expect you to know about football transfers anyway.
if it's not in the docs then it's not in the docs, can't blame you
okay, i respect that
understood, you only know about this club and not the weather, no problem for me
that's alright, i'll post it in the forum and wait for a person
none of these, but ok
neither, it's fine
no, not those. all good
None fit, moving on.
not any of them, no matter
nope to all three, no stress
0 of 3 lol, fine
none of the entries is about my thing but that's okay, was just curious
i looked at all four, not what i had in mind, no worries though
hmm it's neither the first nor the second, i leave it for today
Those are all about windows and I'm on arch, no big deal.
nah none of them, i already read those pages yesterday, still kind of you
the list is about the adult team and i meant the juniors, it's ok, not urgent
none of the above for me, i'll just dig around by myself a bit
lmaooo
hahaha what a name
WHOA
jajaja
Well I'll be damned
oof
omg, it had one job
kkkkk
hahaha the answer was literally in the pinned message the whole time
wow, twenty years of linux and i never knew that flag existed
lol it really is always dns, every single time
No way, four seconds for what took our sysadmin half a day!
omg my cat just walked over the keyboard and restarted the whole stack hahaha
i can't believe it was one missing space, i am crying 😂
holy moly that dragon has more hp than our whole guild together
coffee first, then linux
slept four hours, feeling it
monday again, sigh
Rain all day here.
third espresso and counting
happy friday everyone
good morning bot ☕
it's 3 am here and i'm still at it, bed is calling my name
sunny saturday and i sit in the basement with the servers, typical me
my coffee machine broke today so please forgive the slow brain
Weekend plan is hiking with the dog, no computers allowed says my girlfriend.
long day today, two exams and a flat tyre, at least the pizza was good
here in finland is minus 20 so the server room is the warmest place
hope you have a calm evening bot, i'm going to watch the match now
@lena see the bot's answer
told you so, marek
guys, the bot agrees with me
@everyone rule 4, as above
pay up kevin, i was right
See Dave, it's port 25565.
^ what it said, tom
@jonas there you have it, the bot says the same thing i said on monday
for anyone else with this, the post right above mine is the one to follow
hey sophie this is the page i meant earlier, no need to dig any further
Mods, you can close the thread, the bot covered it.
ok team so as per the bot, training is tuesday and nobody can claim they didn't know
@amir read this slowly and then apologise to the poor raspberry haha
passing this on to the other dads in the group, the kit list is all there
see folks, that's why we don't run everything as root on the shared box
sorry my english
sorry for spam
*container, not contaner
sry, fat fingers
Oops wrong channel, sorry
apologies for the double post
pardon, autocorrect
sorry for my bad english, i write with translator and it makes funny words
apologies for bothering you again with the same thing, i'm slow today
excuse the typos, i'm writing on my phone with gloves on
Sorry bot, I was a bit rude before, the outage made me cranky.
didn't mean to ping you there, i was only quoting your name to a friend
sorry for so long text, in my language we need many words
forgive the caps, my shift key is stuck since the cola incident
bookmarking this
note to self: check mounts first
saving for later
Pinning this for the guild
copied into my notes
todo: rename that volume
dropping a bookmark here 📌
. (for later)
note for future me: the env file sits next to the compose file, not inside the app folder
screenshotting this so i still have it when the internet is down
leaving this here so i find it again: restart after changing daemon.json
To my future self, don't touch the router on match day ever again.
put it in my obsidian under homelab, next to the zfs stuff
writing it down on the whiteboard in the lab, backups before upgrades, always
reminder for me: swim gear on wednesdays, form signed by the 12th
right, one kernel shared by everything
yep, volumes outlive containers
root inside, nobody outside, ok
ok, lowercase names only
True, latest is just a tag.
right, left side is host
exactly, raid is no backup
right, so the container goes away and the named volume stays, that's how i'll treat it
agreed, publishing to 127.0.0.1 keeps it on the machine and nobody outside gets in
yes, makes sense, services in one compose file find each other by the name
Yeah the healer goes first and the tank pulls after, same as we did last season.
okay so members pay in january and guests pay per evening, that is clear
true, without the systemd unit enabled it will not come after reboot, agree
indeed, the alpine image is small since it has musl and not much else inside
`
  .trim()
  .split('\n');

/** Questions and faults without a question mark, many of which open like the lines above. */
export const ASKED: readonly string[] = `
thanks, but how do i do that on windows
ok and why
nice. does it work without wsl too
works now but it is so slow
wow so containers share the kernel?
it works on linux, not on windows
thanks for the info, next: what is a kernel
yes but which kernel
cool, can i use podman instead
no i have windows home
ty! one more thing, where are the volumes stored
perfect, now i get permission denied on the socket tho
thx that worked, but after a reboot its gone again
ok so a container is just a process then?
haha ok but is it safe to run as root
lol now it says no space left on device
👍 and on arm?
awesome explanation, how is that different from a vm
great, and how do i undo it
gotcha, so do i need both cgroups and namespaces
thank you so much!! do you also know how to limit the memory of it
will try that. what if it's already running tho
i tried that, same error
same here, mine exits right away with code 137
+1, also getting this on fedora since the last update
this but for podman
interesting, whats overlayfs
merci, et sur mac ?
danke, und wie lösche ich das image wieder
gracias pero me sale connection refused
obrigado! e como eu vejo os logs
спасибо, а как посмотреть версию ядра
oh nice, is there a gui for that
wow didn't know that. since which version
makes sense, but then why does docker desktop run a vm
good bot, now tell me about seccomp
ah ok. and the difference to COPY is
sweet, it builds. image is 2.3 gb though, seems way too much
it works now, i just dont understand why it needs --privileged
ok i did that, now what
done. still cant reach it from my phone
thanks, my mac is an m1 does that matter
ty, im on ubuntu 18.04, is that too old
cheers! any way to do that without sudo
nice one. next, bridge vs host network
amazing. and for docker compose
hm ok but it keeps restarting
yeah that i know, but how does it find the other container by name
yes, and it still says cannot connect to the docker daemon
yep already did, no change, container name still doesnt resolve
no its on a synology nas
nah i dont have systemd, it's alpine
no worries! maybe you know what dmesg is for then
ok thanks anyway, what about lxc
thanks but i need it in a dockerfile not on the command line
appreciate it, just wondering if the data survives docker compose down
love it ❤️ how do i make it start on boot
❤️ thx, whats the flag for read only again
:) and how many layers can an image have
<:harbour:123456789012345678> ok but where is daemon.json on windows
k, whats a syscall
k but it doesnt show up in docker ps
https://tenor.com/view/confused-cat-gif-5512873 why does it need 8 gigs of ram just to idle
great stuff! I would like to know more about eBPF
thanks, thats the container side. the kernel side would be interesting too
that fixed the first error, now theres a second one: port is already allocated
solved it for my user, but not for my jenkins user
worked yesterday, today the pull fails with toomanyrequests
ok so i was being dumb, but how do i get the deleted volume back
ah so i need to rebuild every time?
gonna try that tmrw, does it delete my images
lmao ok so whats PID 1 supposed to do
wow thats a lot of ram for one container, normal?
thanks for the quick answer. Unfortunately \`docker compose up\` now hangs at "Creating network"
thnx it run but the time in container is wrong
thx and kubernetes?
best bot. explain zombie processes pls
fair enough, is rootless any better then
ok cool but does that not break my other containers on the same network
thanks, i think. so image = class and container = object?
jellyfin transcoding
db connection refused between two containers
any way to make it auto update
lol ok but why tho
password reset
trying to figure out if i should get 16 or 32 gigs for this
when does the next tournament start
still black screen tho
guess i cant use two vpns at once then
wait so i lose my saves if i update
wont start after update
pls show me the compose file for sonarr
oh so i need root for that
my container keeps restarting every 10 sec
where is the log file
idk which image to use for arm
wifi drops every 5 min on my laptop since fedora 40
how do i get the beta role
docker desktop stuck on starting
homework deadline for cs101
who do i ping for the whitelist
cant connect from my phone only from the pc
cool, next thing is ssl then, no clue where to start
ty it runs but the web page is blank
bot didnt give me my role after i verified
so volumes get deleted when i stop the container i guess
plex cant see my usb drive
doesnt work on my mac
my ssh key gets rejected every time
explain bind mounts like im 5
how many ppl can be in one team
raspberry pi 5 nvme boot
minecraft server lag with 5 ppl on a pi 4
bro my server ip changed and now nobody can join
id like to know if the finals are open for 8th graders
the link in rules is dead for me
whats puid and pgid
i meant the other one, the linux one
mods folder is empty after the update 😭
didnt work
i deleted the wrong volume omg help
tried that, same error
that only fixed half of it, sound still missing
so linux just has no antivirus at all, wild
wow so docker is basically a vm
chess club room number
is there a dark mode
port already in use 8080
ok thx but what about windows
need help with nginx reverse proxy asap
cant find the settings u mentioned
exit code 137
what if i dont have a gpu
no i mean on synology
would be nice to know what that flag even does
how long till the event ends
ur command gives me unknown flag
someone tell me how to back up my volumes pls
i keep getting permission denied on the config folder
lost my 2fa codes and cant get in my account
does this work with podman too
can i run this on a chromebook
friends cant join my server they get timed out
and for debian
thanks that worked, now it wont boot after reboot tho
the wiki says 1 gig ram but mine eats 6
discord says rate limited when my bot joins
steam deck wont read the sd card anymore
nvm that broke it even more, now i get a 502
thx bro one more thing, it asks for a password i never made
yo how tf do i exit vim
not sure if i should pick alpine or debian
i typed the command and it just says command not found
same but for ipv6
wireguard no handshake
ty, and where do i put the env file then
it says no space left on device but i got 200 gigs free
healthcheck unhealthy
pretty sure latest tag always updates itself
docker compose restart policy
docker compose healthcheck depends_on
nginx 502 bad gateway after update
permission denied while trying to connect to the Docker daemon socket
no space left on device but df shows 40% free
I was wondering whether podman can read my existing compose files.
Thanks, that worked, but now the container restarts every thirty seconds.
Please show me an example of a systemd unit for this.
My Raspberry Pi loses the network after about an hour and only a power cycle brings it back.
Great, and the same thing for rootless mode, please.
No, I meant the host network, not the one inside the container.
exec format error
I need to move my volumes to another host without losing data
ssh port forwarding through jump host
Error response from daemon: driver failed programming external connectivity on endpoint web
Still the same error after the reboot.
Could you also explain what the second flag does.
not that one, I'm on Fedora 40 not ubuntu
The logs grow to 20 GB within a week and I can't find where to limit them.
traefik letsencrypt wildcard
Looking for a way to back up a running Postgres container.
Thank you, one more thing: I'd like to know how to make this survive a reboot.
container can't resolve hostnames, ping 8.8.8.8 works fine
I would be interested in the difference between bind mounts and named volumes.
exit code 137
Tell me which ports I have to open for Swarm.
Nope, didn't help. Same output as before.
WSL2 eats all my RAM
Any pointers on sizing swap for a 2 GB VPS would be welcome.
kernel panic - not syncing: VFS: Unable to mount root fs on unknown-block(0,0)
I can't seem to get IPv6 working inside my containers.
what's the recommended restart policy for a database
how do i see which process is holding port 80
Cheers, that fixes the pull, but pushing to my registry still ends in 401.
Actually I am asking about the Windows version.
x509: certificate signed by unknown authority
I wonder if it's safe to run prune on a production machine.
jellyfin hardware transcoding intel n100
My cron job runs fine by hand but never at night.
Please elaborate on the third point.
I'm not sure whether I should use LXC or a full VM for this.
My colleague claims that restart: always ignores manual stops, I'd like to know if he is right.
the link in your answer is dead, I need the current one
Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running
mdadm degraded array replace disk
After upgrading to Debian 12 the network interface has a different name and nothing comes up.
That is for a single host, I have a cluster of three.
Need help with a mount that vanishes after every reboot.
I'd like a list of all environment variables the image accepts.
apt: The following packages have been kept back
Nextcloud is painfully slow since I put it behind the proxy.
nice, now do the same for caddy
I do not understand why the image is 2 GB when my binary is only 10 MB.
OOM killer keeps picking my database, I want it to pick something else
Somebody explain cgroups v2 to me like I'm a tired manager.
fstab nofail option
iptables rules ignored by docker published ports
Perfect, thanks. Next problem: the GPU isn't visible inside the container.
Where do I find the daemon config on a Synology
can't delete network, says it has active endpoints
I seem to have locked myself out with ufw, and the only thing left is the provider's console.
Let's assume I have no root access, then what are my options.
toomanyrequests: You have reached your pull rate limit
The first entry mentions a limit but doesn't say what it is.
zfs vs btrfs for home nas
Is there a way to update all containers at once
my backup script hangs at the very last file, no error, nothing in the log
Give me the command to follow logs of several services together.
wireguard handshake but no traffic
I tried the second option and got "invalid mount config for type bind".
Different question: we need LDAP logins on our Gitea.
Suppose the disk dies, I'd want to know what of my volumes can be recovered.
fatal: could not read Username for 'https://github.com': No such device or address
That only covers the install, I was after the upgrade path.
The clock in my container is two hours behind the host.
systemctl start docker just says job failed, see journalctl
Sorry to bother you again, it's the same certificate warning but on the subdomain this time.
How one sets a static IP for a container, I could not find anywhere.
proxmox passthrough usb
Curious what the downside of running everything as root in the container would be.
buildx multi arch manifest unknown
i want know how to change port
please explain me what is volume
thank you, but in my computer not
container stops after 5 second, i dont know why
permission denied when write in folder
ok thanks, and how i do this in windows
docker compose not found on debian
sir kindly tell me how to make backup of database
sorry i did not understood the second step
where i find this file please
it says to me error 502 always
no funciona, sale error de permisos
wie kann ich den Port ändern bitte
je ne comprends pas où mettre le fichier yaml
preciso de ajuda com o servidor, não conecta
nie działa mi internet w kontenerze
container açılmıyor, hata veriyor yardım lütfen
не запускается контейнер, пишет port is already allocated
mohon bantuannya kak, server tidak bisa diakses dari luar
dockerのログの見方を教えてください
i did all like you wrote but page is white only
Dear bot, please tell me which Linux is good for an old laptop.
nginx reverse proxy https
restart policy always
i am having one doubt regarding network mode host
merci, mais ça marche pas chez moi
thanks thanks, now it comes other error: no space left on device
my wife can not see the films on television, on my computer it goes
i need the password reset for admin, i forgot it
help please, all my files are away after update
difference between image and container
what means exit code 137
and for raspberry also
ok it starts, but after restart of pc everything is gone
minecraft server whitelist command
when is the next meeting from chess club
i search the rules for the tournament
same problem here, pihole does not block nothing
how much ram needs it minimum
please show me example of compose file for wordpress
I am 68 years old and I do not find the terminal on this computer.
cannot connect to docker daemon
dns not resolving inside container
super, but the step three gives by me syntax error
bitte nochmal langsam, ich verstehe das mit den Ports nicht
gracias, pero y si tengo dos discos
ssh connection refused since yesterday
the time in container is two hours wrong
my friend say i must use portainer, i don't know if this is better
how can i to see who is connected on server
good morning, i would like to know if it is possible to run it without sudo
want to move my data to new server without losing anything
update container keep data
thanks for the answer, only i don't understand where i must type this command
by me stands only "unhealthy" and nothing more
not works 😢
still same error after reboot
sir it is showing invalid reference format, please do the needful
cron job does not run in night
Excuse me please, which folder I must save before I make the update.
i have synology nas, there is no such menu like you say
it is very slow when two peoples are watching
the bot gave me version 2 but i have version 3
could you please explain it more easy for beginner
ufw open port 25565
how to say the container it should start automatic
jellyfin hardware transcoding intel
i deleted by mistake the volume, is there way to get back
obrigado, só falta saber como deixar ligado sempre
homework deadline for class 9b
can't login, it says wrong password but password is correct
i want that only my family can open the page
after your command the screen is full with red letters
need link for download of last version
environment variable is not taken from .env file
I wrote it exactly so, and nothing happens.
certificate expired, browser makes warning
please one more time the command for logs, i lost it
my english is not good, i have problem with mounting usb disk in ubuntu
friend helped with first part, now second part missing: domain and ssl
static ip netplan
and if it's on an external drive
contributor agreement
getting permission denied on /var/run/docker.sock
the option is greyed out for me
i mean the paid version
tournament rules substitutes
can't join the voice channel since the update
on the school laptops, we have no admin rights
the german version of the form
nfs mount options
volume permissions
server won't boot after kernel upgrade, stuck at initramfs
i get a 502 from the proxy on every second request
ssh just hangs after entering the password
swap size
rootless mode
the one with the blue icon
the file is owned by uid 1000
tried that, now it says unknown flag
with compose v1, can't upgrade
controller deadzone
obs replay buffer
only happens over vpn
no space left on device while pulling
i want to invite a guest to training but there is no button
need to move everything to a bigger disk without downtime
my mods disappeared after the patch yesterday
exam dates spring
but i joined after the deadline
players get kicked with a timeout after 30 seconds
using zfs, not ext4
restart policy
container keeps restarting every ten seconds
i have the home edition
pull rate limit
fedora 40 if that matters
cannot connect to the docker daemon on my fresh ubuntu
parental controls
it's behind cgnat
my son's account got locked after three tries
with two monitors
only for the youngest kids
mod load order
the website still shows the old certificate
only on battery
CI runner picks up the job and then just sits there
systemd timer
on ps5 actually
gpu passthrough container
i meant the one in the evening group
usb stick is read only all of a sudden
load average is 40 and nothing in top
stream stutters as soon as I alt tab
nginx websocket proxy
compose says the port is already allocated
multi-stage build
already did that, still the same error
cron job runs by hand but never at night
lost student card
inside an lxc on proxmox
the java edition i mean
the confirmation mail for the chess club never arrives
exit code 137 every time I start the database
well on debian that package doesn't exist
ssh key passphrase
but without root
apt update complains about an expired key
the old launcher, not the new one
minecraft whitelist
membership fee
refund policy
bind for 0.0.0.0:80 failed
mic is way too quiet for viewers
for a team of five
dns doesn't resolve between my two containers
disk is full but du shows only 20 gigs
exec format error when starting the image
for year 9, not year 10
save file location
school wifi password reset
texture pack makes everything pink and black
ufw docker
no internet inside the container but the host is fine
selinux is enforcing btw
log rotation
prune old images
dont know how to hand in late work
docker compose healthcheck
raid schedule
and with podman instead
port forwarding
license for school use
the projector in room 12 shows only a blue picture
fan runs at full speed even when nothing is running
i use the snap package
time inside the container is two hours behind
can't log in to the parents portal on my phone
homework upload stops at 99 percent
its a synology
it's the second one, with wsl
inode usage
macvlan
the log only shows killed
backup postgres volume
but on mac
shader pack install
healthcheck says unhealthy but the app answers fine
that works for one container but not for all of them
cron timezone
env file precedence
on a raspberry pi 4, 32 bit
same on arm64 though
custom emotes size limit
it's a private registry with self-signed cert
bind mount windows
volume is empty after I recreate the container
build fails at npm install with ECONNRESET
even after a reboot
game crashes right after the loading screen
ok that worked, but now the web ui asks for a login i never set
nice, next thing: https for the same container
great so i have to rebuild the image every time then
got it but the folder is empty after restart
thanks, but it still exits with code 137
Perfect, now how to make it start on boot
cool cool, only the logs fill the disk now
awesome! now port 443 is refused from outside
ty, the same for podman please
lol ok, but it still can't find the network
thank you! one more, where does it keep the database
makes sense, so the guests also need a badge then
right, but then which user owns the files
ah i see, and with rootless mode
great, that fixed the first error, second one is exec format error
haha good one, still stuck on the same screen though
alright, did that, nothing changed
ok understood, then how do i move the volume to another server
wow quick, now the same but for windows 11
thx works on my laptop but not on the vps
good bot, tell me the default port too
Yes that page, but the command in it gives unknown flag.
sweet, now i'd like to know how to back it up
fair enough, then who can i ask about the refund
sorry for bothering again, the container restarts every 30 seconds
ok i tried tonight as promised, still 502 bad gateway
good morning, since the update my bot can't see the voice channel
nice explanation, i only don't get the part with the uid
my bad, i meant compose v2, same question
never mind the first one, it's the second problem i need help with
lol no, i meant the other boss, the one in the swamp
cheers, and for the juniors the times are
none of these, i mean the nginx inside the container
neither, mine is about the gpu not showing up
second one please
ok so a vm would be safer for this i guess, correct me if wrong
I understand now, except why it needs privileged.
love this bot, now do kubernetes ingress
works!! except the sound
great, and if i have two network cards
oh wow ok, then what about the old backups
thanks a lot, last thing is the timezone, it's two hours off
solved that one, now apt update hangs at 0%
okay bookmarked, but i still don't know which of the two files to edit
right, one kernel, so how come uname shows something different
hello friend, i want to join the chess club, i am 15
coffee helped, dns didn't, containers still can't resolve names
got it thanks, wondering if that also holds for ipv6
good to know. explain the difference to a bind mount then
yep did it, and now ssh kicks me out right away
exit code 139
traefik letsencrypt wildcard
nextcloud upload limit
no space left on device
docker compose env file not loading
pihole port 53 already in use
list stopped containers
wsl2 memory limit
Cannot connect to the Docker daemon
plex hardware transcoding intel
netherite upgrade template location
cron not running in alpine
school lunch menu thursday
membership fee students
smb mount at boot fails
journalctl only last hour
raid 5 one disk gone
server tps drops at night
uid gid mapping nfs
ufw ignores docker ports
manifest unknown
watchtower alternatives
healthcheck curl not found
change hostname debian
dnd session date
locale error perl warning
mariadb crash loop after upgrade
volume backup command
container no internet
kernel panic after update
invite code expired
rsync permission denied 13
tournament sign up deadline
login page just reloads
black screen after grub
on a pi zero 2 w
docker desktop 4.34 on mac
it's a company laptop, no admin rights
ubuntu 22.04 btw
rootless, if that matters
i use portainer
it's inside proxmox lxc, unprivileged
version 27.1 from the docker repo
The host is Windows Server 2019.
m2 macbook air
forgot to say, it's behind cgnat
the disk is exfat formatted
hosted at hetzner, the smallest one
bedrock edition, not java
my kid is in year 5
snap version of docker
only happens over wifi
i am guest member, not full
fedora 40 with selinux enforcing
nas is a qnap ts-251
it started after the last update
with compose, not docker run
the log says connection refused to db:5432
ps5 version
about 40 containers on 8 gb ram
arm64 image, x86 host
the user is not in the docker group
i am on the free plan
vpn is running on the same machine
both containers are on the default bridge
level 32, no expansions
it is for the evening course, not the morning one
the file is owned by root, 644
no error at all, it just stops after a minute
steam deck, desktop mode
`
  .trim()
  .split('\n');
