/** Questions without a question mark as people type them in two dozen communities, one line each: what `chatter.ts` must not take for talk. */
export const ASKED_ELSEWHERE: readonly string[] = `
in love with Biscuit, what do i do now
we rent, is that a dealbreaker
we're both out 9 to 5, could we still have a dog
fee for 2 kittens
are the old ones cheaper
does the price inculde the snip and all that
can i pay it in bits, skint til payday
can i just turn up with the kids and have a look round
want to see if hazel gets on with my spanial before we decide, do i just bring him along
live in a flat no gardn, any use to you for cats
what if im going on holiday and still have one of yours at mine
can i keep my foster at the end, i am too much in love
the pup im looking after for you has the runs, which vet do i ring
your lurcher ate my sofa cusion lol, do you cover that
run out of liter for the kittens youve put with me, when can i pick up more
bought a heat pad for my foster kittens 18 quid can i claim
cats been missing since last nite and its so not like him, im woried sick
PLEASE help she slipped her collar at the park an hour ago, brown staffie. i've been up and down everywhere and i can't find her
someone mightve handed our tabby in to you, how long do you hold them for
theres a dog wandering about by the bypass, no owner
skinny taby keeps coming in my kitchen, dont know if it belongs to anyone
kittens under my shed, no mum
half a bag of kibble my fussy so and so wont touch, any good to you
how do i get to walk them
im 16 can i take one out with my dad
how many goes bfore im allowed an amber one
Hazel got loose from me on the river loop what do i do!!
is it too hot to take them out this afternoon, 28 here
can i let her off in the bottom field
he niped my hand, barely broke the skin, do i have to say
I have to go in hospital for 2 weeks and is nobody to look after my cat
we cant cope with him anymore, hes biten twice and ive got a baby. id feel terrible but
how long til i could hand in my two cats, got to rehome them
new flat doesnt allow animals. heartbroken. what do you need from me
can my 13 yr old come and stroke some kitties with me
which days is the reading to cats thing
do i need traning before i go in with the shy ones
do you take them back
moved house, how do i change the address on the chip
when is second vaccination
any cheap way to get my own cat spaded, im on universal credit
kitten we had off you is nearly 6 months, what do we do about the op
how big should the run be for two buns
guniea pig nails are so long, do you clip
how many animals have you got in right now
what breed of dog is Biscuit
can you get a coffee or a bite to eat when you visit
can i hire the field to let my dog run
do you run puppy classes
whats the best food for an old dog
is larch lane open on sundays
can our company come for a volunteering day, about 15 of us
do you groom dogs
when is the summer open day
do you bring dogs to visit care homes
is there a webcam in the kennels
what year did the shelter start
do you take students for work experience
can i buy a tshirt with your logo
which pet insurance is good once the free weeks are over
does the council give you any money
what happend to the dog i handed over last year, is he ok
how do i report someone whos hitting their dog
will my cat get on with a rabbit
any paid work in the kennels
happy friday everyone
what's a good pub for sunday lunch
how do i turn off autocorrect
is it going to rain this weekend
who sings that song from the new car advert
lol my boss just fell off his chair
whats the latest i can turn up on a sat and still get something done
do i need to sign up somewhere or just turn up for a stand
gonna be like 20 min late for my slot satuday, bus is stuck
im in every week paying 4 an hour, would joining be cheaper
does my membership auto renew or do i have to cancle it
when do we get to vote on how the place is run
is it free to use the workshop or do i pay smth
kinda skint this month so not sure i can come
do i need to bring my own greese and rags
hourly rate non member
after a cheap 700c wheel, doesnt have to be pretty. roughly how much
bought a deraileur out of the bins sat and it doesnt fit, id like to swap it back
do yous stock stuff for disc brakes or only the old rim kind
got a frame w a crack in it, any use to you
clearing out a house, 7 bikes to give away and no car. could somebody come and get them
id like to help out but i know nothing about bikes, is that a problem
how offten does a volunteer have to come in once theyre on the rota
wanna help out
do the people on the desk get anything back for it
need a ride for commuting, whats the cheapest way to get one off you lot
can i try a bike out b4 i pay for it
bought one off you two weeks ago and the gears are sliping already, thought youd fixed those
could you keep the red one back for me till next week pls
I start a new job across town in a month and there's no bus that early. I can't afford even a second hand one right now. I have plenty of time though and don't mind getting my hands dirty.
is it true you can get one for nothing if you put in enough hours
whats the wait for earn a bike atm, roughtly
cant be bothered doing it myself, could i pay one of you to fix my bike
had a stroke last year and my left hand doesnt grip, so i cant really turn a spanner
any decent proper shop near you that does repairs
flat tyre again. id wait outside with a coffee while someone sorts it
can i borrow a torque wrench for the weekend
forgot to bring the chain braker back, its been 9 days now. whats the damage
just need to take a couple of tools home for one evening, back tmrw promise
is there like a beginners course i can go on
wheelbuilding when
cant make the class on sunday after all, something came up at work. do i get my 15 bak
is there any session thats not full of blokes telling me im holding it wrong
the friday night thing, is it for me if im nb
can my boyfreind come in with me on the friday or does he have to wait outside
im halfway through a rebuild, cranks are off and i cant get it home like this
do u have storage
you rang me about the one with the yelow tag, how long before its gone for good
if bits go missing off my bike in the cage does anyone pay for it
my battery wont hold charge anymore, 20 km and its dead
pedelec with squeaky brakes, would you have that on a stand or not
can i plug my ebike in to charge while i do the tyres
anything small enough for little hands to hold
im 15, can i come on my own or does my mum need to be their
no babysitter on saturday so id have to bring my two with me
do you do gift vouchers for membership
is the workshop ok for a wheelchair, any steps
is there a toilet in the workshop
will a tandem fit on one of the stands
could i put my own bike on your sale rack and you take a cut
can i bring my dog to the workshop
do volunteers get thier bus fare paid
is there a certifcate at the end of the basics class
can you give me a receipt for the taxman for the bike i donated
is there a corner of the workshop where i can spray paint a frame
who is on the committee this year and how do i stand for it
what do you do with the money from the bikes you sell
whos shift leed this saturday
left my gloves on the bench thursday, anyone find them
moved house and changed my email, how do i update my membership
got a dead e-bike battery in the hall and no idea where to get rid of it
do you hire out bikes, my sister is visting for the weekend
we're a team of 12, can our company have the workshop for an afternoon
morning all, lovely sunshine today
whats the capital of australia again
anyone see the match last night, what a goal
how long do i boil an egg so the yolk is runny
can someone recommend a laptop for uni under 600
lol ok
what night is club on
anything on in august
cant find the way into the hall, im stood outside the front and its locked
my knees are bad and someone said its all stairs
which bus go to you and when is the last one back
student price
can i pay what it costs in bits, im a bit skint this month
joining in march, do i stil have to pay the full whack
to who i must send the money
can i just turn up or do i have to book
i only learnt the moves about two weeks ago and honestly im rubbish. would i be wasting peoples time if i came along
who do i ask for when i get there, its my frist time
is possible come without being member
im 1700 on lichess, what would that be in real life
my win against that b team guy last month still isnt showing
do freindlies count towards my grade
how many games before i get a rating
ive played 2 for the c team as a guest, how many more before i need my own number
does the club pay the £25 for me
my daughter is 9, is it free to get her registerd
only want casual games, do i still have to join the federation
who is captain of the b team
i can only do every third week or so because of my rota. would that be a pain for you or are there enough of you to swap around
played up for the As three times alredy, what happens if i do it again
i never play a season before, which team is good for me
need a lift to the away match thursday, i dont drive
roughly what time are we back from the far ones, ive got work at 6
how long does a league game last
do i still have to write the moves down when im nearly out of time
rapid incremnt
is blitz 3+2 or 5+0
whens the last day to put my name down for the championship
im away all november, can i get a half point for that
where do the parings get posted
im ill and cant make my game tonight
can we move our round 3 to another week
my opponent is not come, how long i must wait
stuck on the bypass gona be 20 mins late
my lad is nearly 7 and beats his grandad every week. is he old enough for the saturday thing and do i have to stay with him
can my daughter come on tuesday nights aswell, shes 12 and prety good
one of the adults keeps messaging my son
are the coaches backround checked
dont want my kids picture ending up on facebook
something happened on saturday with one of the little ones and id rather not put it in here. is there someone i can talk to
can i get lessons
how much does tomasz charge for one to one coaching
i keep losing in the same position every time, would somebody look at my game
do i bring my own board
can i borow something to read on endgames
where can i get decent pieces a bit cheaper
how long can i hang on to what i took from the cupboard
my mate lives in leeds and will never join the club, can he still play with us on the internet
is there something i can play from home in summer
the guy who beat me last thurday got his account closed for cheating, whats going to happen to him
my phone went off in round 2, have i lost
im a nurse and on call that night so i have to be reachable. do i just not play or is there a way round it
where can we go through it afterwards without getting shushed
who won the cup last year
whats the wifi pasword in the hall
how much is a pint at the bar
can i bring my dog on tuesdays
whos the strongest player in the club
what should i play against d4 in the league
who did the a team play last week and did they win
is there a list somewhere with everyones rating
if i move away halfway through the season do i get some of my membership back
which digital clock should i buy for home
does priya need another helper on saturdays
do you have a club t shirt
can you hire the hall for a birthday party
where did tomasz learn to play, is he a master
whats the phone number of the federation
when is the big yearly members meeting
does the club have a website or only this
quick one before my league game, can i castle if my rook is atacked
do the juniors get a trophy at the end of term
my clock stopped in the middle of the game, what is the rule for this
do you ever have a bughouse evening
morning all
did you see the match on telly last nite
anyone know a plumber round here
how many people live in brazil
is it going to rain tomorrow
can i pay monthly
is it cheaper if i give you all the money at once
card expried and now i cant open the lessons
payment failed, card declined
want my money back
its week 3 and coding is realy not for me, what refund would i get
how do i quit
if i stop in week 10 do u keep charging me every month till the end
my buddy wants to join the next round, do i get anything for bringing him
untill when can i apply for a scholarship
having a baby in june, can i stop and come back after
do i get billed during a pause
where do i book my 1on1
no slots left this week wtf
overslept and missed the mentor call this morning because my phone died. jonas is really nice and i feel so bad now. can i get another one this week
first talk with my mentor tomorow and im nervous lol. what should i prepare and do i have to turn my cam on
me and my mentor dont click at all
im in brazil and he only has time when im asleep
he made a rude joke about my accent, who can i tell about this
asked for a diffrent mentor 4 days ago, still nothing
how long does a review take
got needs work twice now, how often can i resubmit
finished the weather app, who do i tag
can i build an app for my uncles bakery as the last thing
pitch deadline
would a crypto bot be ok as capstone
do i get a diploma at the end
finshed 3 weeks ago and no certificate yet
my name is spelled wrong on it, they forgot the ü
how much time do i need per week
which days are the evening lessons
what time it starts in the morning for the full day version
missed class on wed, where can i watch it
does watching it later count as being there
how long can i see the videos after im done with everyting
offline for 3 weeks in august, who do i tell
all i own is a chromebook
mac or windows
will u find me a job when im finished
can sombody look over my cv
when do mock interviews start
graduted in february, its may now and im still applying everywhere with zero replies. can i still talk to tomasz
how long is the prep thing
im 47, terible at maths and my english is so so. would they even take me
do u teach python
react or angular
tech stack
my company would pay for me but they need an invoice with their name on it. can you do that or is it only for private people
can i pay in us dollars
does the certificate expire at some point
can my mentor write me a reference letter
what salary do your grads get in there first job
where can i deploy my project for free
how can i become a mentor here
is the fee tax deductable
which vscode extensions do u recomend
merge conflict in my project repo, tried everything and now half of my code is gone. how do i fix it
is there a whatsapp group for my cohort
how many people are in a cohort
next cohort start date
who owns the code of my project, can i sell it
are the mentor calls recorded
forgot my classroom password
is chatgpt allowed in the projects
who teaches the react part
how many people drop out
can i give my seat to a friend insted of leaving
how long do i boil an egg for a soft yolk
lol same
recomend me a series on netflix
who was the first person on the moon
my cat just walked over the keyboard 😂
how long is the list atm
didnt answer your january mesage, only saw it now in april
half plot how much
can i pay in bits, moneys tight til summer
leaving in october, when do i get my depositt back
theres no water and its already march
can i leave a sprinkler on while i weed
how many barrels
forgot the code for the shed again, where was it written
is there a rotavator i can use
one of the wheelbarows has a flat tyre, didnt know where to say so
can i nab the loppers for my hedge at home, back by sunday
where do i dump my weedds
can leftover rice go in the bays
when can i take some compost for my beds
got a letter from you about weeds, not sure how long ive got
I've been in and out of hospital since March and it's a jungle up there now. I'm ashamed to come in. I really don't want to lose it after nine years.
the plot next to mine is compleatly overgrown, will anyone do something
when do you lot come round to inspect
my backs gone so digging is out for me, feel bad not pulling my weight with the rest of you once a month
only made it to one work day this year, what do i ow you
is there anything to eat when the hedge cutting is done
ive lost my key, think it fell out on the way to the bus. cant get in now
padlock wont trun, do i put some oil in it
can my wife get one for the main entrance as well, how much is it
how big can a greenhouse be
fancy a little polytunnel for the tomatoes, who says yes or no
is glass ok
can i blast the path with roundup
slugs are eatting absolutely everything, what am i allowed to put down
my soil is pure clay and needs feeding up, is there anything i can get through you
could i have a couple of hens, for the eggs
im allergic to stings so id want to be well away from the hives
how do i get involvd with the bees
where do you sell the honey
can puppy come
bringing my toddler on sunday, anything there for her to do
some kid trampled right through my lettuces this morning
somebodys dog was runing loose by my beans again
where can i park
got ten bags of soil to bring in, can i drive up with them
how close can i leave the car with a blue badge
thinking of bambo along the back as a screen
can i plant the whole thing up with dahlias and nothing else
spuds in the same bed as last yr, good or nah
30 courgettes and nobody wants them lol
what are those crates by the entrance, can i help myself
could i sell my spare vegetables to people walking past
can i share with a mate
im giving up this year, can my daugter have it
my names the one on the agreement but my friend does everything, which of us has to pay
on holiday for 3 weeks in july, no idea who'll do my tomatoes
someone to water pls
abroad with work for 4 months from may, wil you take mine away
how will the person know which of my pots need it
which month do i sow carrots
is there a loo on site
can i have a bbq on my plot
could i put a camera on my shed
can i swop my plot for one nearer the water
has the soil been tested for lead
where do people get their seeds, is there a swap
who is the chair of the committee
is there electrcity anywhere on the site
someone is stealing my strawberries, plot 31
tap 3 is dripping nonstop, theres a puddle
what date is the autumn fair
can i have the picnic tables for my daughters birthday party
whats the acount number for the rent
can i dig a little pond on my plot
how do you get rid of bindwead for good
can i take on a second plot
foxes keep digging up my beds, what helps
whats mareks phone number
happy birthday jo!!
who won the eurovision
my phone screen cracked, where do i get that fixed cheap
how many feet in a mile
haha same here
any good series on at the moment
when are val tryouts
missed the ones in october, is there another chance
did my scrims last week and nobody told me anything yet
can i join if im a postgrad
my mate goes to a diffrent uni, can he be on the server
graduated last summer but i still wanna hang out and maybe play for the team, is that a thing
how much is membership for the year
paid two days ago and still no role
is it cheaper if i sign up in feb
can i try everthing out first without paying
which day matches are played for second team
theres me and like six others who all play siege, we even have someone who'd captain it. how do we get it added
any girls only roster
b07 opening hours
my card isnt opening the door
can i eat my lunch in the practice room
pc 4 has no sound, who do i tel
can i bok a pc for friday
bot says im blocked
im captain and need 5 together for scrims, how long do we get
who pays the train to birmingham, us or you
forgot to send my railcard
driving three of us up, can i get gas money
normally a medium, which size shoud i get
ordered my hoodie 3 weeks ago and its still not here, is that normal
do starters have to wear the shirt
how many nights a week is it for the 1sts
got an essay due friday cant make training
i was missing two times because of sleeping, if one more what happen to me
is practice on in reading wek
can i play rocket league and val
both my captains want me on tuesday
thinking about quiting the val team
cant keep up with uni and scrims anymore so im probably stepping down at christmas. who do i tell, and will they hold it against me next year
do i get the 25 quid back if i stop playing
until when the roster can be changed
wheres everyone going after the matches on wed
i dont drink, is it just a pub thing
when do lan tickets go up
how do i run for president
when are the electoins
want to help out a bit but not really into giving speeches
where can i watch the matches
id love to comentate but ive never done it before
can i stream on my own twitch while we play
is it ok if my team mates can be heard on my vods
someone keeps calling me slurs in voice
can i make a complaint without my name on it
got a match ban and its total bs, who looks at it again
how long it takes for answer after i report somebody
bought membership twice by accident on monday
my top came with the gamertag speled wrong
is it possible to return the hoodie, i do not like the colour
which mouse is best for valorant
did the first team win on wednesday
what specs are the pcs in b07
is there a scholership for esports players
what rank is the league first team on average
who designed the jersey this year
can i put my own sponsor on my jersey
what should i write in the tryout form
whos the president this year
what games get played at lan night apart from smash
how do i instal a game on the room pcs
does the anchor do food
could the team get a proper coach to watch vods with us
is there a printer in babbage building
any lockers in the practice room where i can leave my keyboard overnight
how do i get more viewers on my stream
can i get course credit for being on the committee
what time does the train to birmingham leave saterday
what bitrate should i stream at
which agent should i main if i want to get into the second team
who do i email about sponsering the society
how many wins do we need to get to the finals
can anyone help with my stats homework
how long do you boil an egg
lol
is it gonna snow this week
best thing on netflix rn
whats the tallest mountian in europe
is there any way to keep what i did today without going to sleep
quit around noon and everything i did that morning is gone
backup folder mac
click play, black box for a sec, closes again
norton ate the exe lol what now
game not staring
hi all! got this on itch last night and was so excited, but i double click it and literally nothing. im opening it straight out of the zip if that matters
how many ppl can play on one farm
host not found
got a ps5 controller for my birthday and plugged it into the pc. lights up and evrything but the game doesnt react at all, what am i missing
my guy keeps drifting left all by himself im not touching the stick
remap buttons
I have plugged two gamepad and the game takes the wrong one, how to choose
do i stil get acheivements with mods
todays patch broke like half my addons
me and two mates are playing together and i found a cute retexture for the barn. do they have to install it as well or is just me fine
birds ate half my strawberrys again
scarecrow range
is there something that protects the entire farm, those straw guys are ugly af
what to plant in winter
woke up and all my tomatoes are dead, i watered them yesterday i swear
whats the last day i can put in mellons
gifts per week
wanna propose to wren but no shop has the thing for it
can two grils get together in this or nah
ok so i rushed it and now i regret my husband lol. he just stands in the kitchen. how do i get rid of him
no eggs again
cow only gives milk every other day, bug or normal
baby sheep been here 5 days, zero wool
my axe vanished
gave bastian my hoe yesterday and he still has it, when do i get it
Watering can disappeared, where can I buy other one
when do i unlock the glass building thing
hate where the greenhouse is standing, want to put it by the pond
everything on my farm just died and im broke. isnt there a place were you can grow stuff no matter what time of year it is, i saw it in a video
found a glitch dunno who to tell
whats the ladybug recation on my thread mean
which version am i on
is this coming to xbox
andriod version
my sister has a switch and im on steam, we were hoping to farm together this weekend. is that a thing or no
want a refund, only played 40 min
hi, i backed this on kickstater two years ago, the 25 tier. everyone else is playing already and i never got anyhting in the mail
key already used
if i get it on itch do i have it on steam too
i loose every single fish, the bar is so tiny
does relaxed block achievements
so laggy when it rains
best fps cap for stema deck
what should i turn off first to make it run smoother
can i renmae my farm after starting
save slots max
some guy i dont know joined my co-op farm thru my friend and hes chopping everything. how do i kick him out
can two players marry each other in co-op
which mod should i get for a bigger backpack
saw a pirate scarecrow in someones screenshot, want that skin so bad
giant pumpkin how
whats the best fertiliser for strawberrys
what gift does wren love
when is pims birthday
married wren a whole year ago and still no kids. is there something i have to build first or do they just show up
how many animals fit in the big barn
want to sell one of my cows, she just stands there
can i build a second greenhouse
when does 1.5 come out
where do i catch the legendary fish in winter
is 4 gb of ram enuogh to start it
is there a key to open the locked door in the mine
what button opens the map on controller
anyone watching the match tonight
whats the capital of mongolia
need a good pizza dough recipe pls
how do i center a div in css
morning everyone, coffee time
my cat just threw up on my keyboard lol
wheres the rota
i dont do spreadsheets lol can someone just sign me up for thursday
what hours is a packing shfit on tuesdays
kid woke up with a fever, not coming in this morning sorry!!
i had a stomach bug yesterday but im fine now, can i come tomorow
need someone to swap shifts w me on the 12th
do you want courgettes, we've got a mountain of them
whats running low atm
can i donate homemade jam
anywhere i can leave a bag on a sunday
is there a baskt at the supermarket
where do i bring this stuff
i work full time but after rent theres nothing left. am i even allowed
do i need a refferal
we live two towns over, would you turn us away
do you have to see payslips or id or anything
can my freind come in with me, my english not so good
how many days does what you get last
what about the week after xmas, well have nothing in by thn
whats the latest i can turn up on a saturday and still be seen
broke my ankle, cant get down to you
by when i must ask if i want delivery this week
we're outside the ring road, any chance you come this far
do i get petrol money
no one answering at flat 6 what do i do with the box
only had my lisence 5 months can i still do wednesdays for you
does my car insurance have to know about this
hi filled in the form last week, whats next
when is the next induction
can i do a shift before ive done the training
i only stack tins, surely i dont need the level 2 thing
got one from my old cafe job, does it count
swapping from the warehouse to the friday kitchen next month, is there some course i need for the cooking
who pays for the hygeine course
got anything halal
my daughter is celiac, can she get bread and pasta from u
sister just had twins and they've run out of formula, it's friday night and i don't know what to do. can you give us some
i really dont want to have to ask a bloke for pads
any cat food
id rather just send you a tenner, how
our offfice is doing a whip round, u got posters or anything
need a receipt for my tax pls
found beans in the crate from last septmber, bin or keep
someone brought yoghurts with a use by of yesterday. they look totally fine to me and it feels wrong to chuck them
my lad is 15 and needs hours for his award
is 9 too young to help sort
im 17 just passed my test, can i do deliveries
will my landlord find out i came
do u tell the immigation office who comes
had the sweetest chat with a lady who came in today, can i put it on my insta, no names obvs
pls delet me from your system
how many families did you help last year
is there parking on harbour street for visitors
can volunteers take leftovers home
do volunteers get lunch
I've been with you two years now and I'm applying for jobs, could someone write me a refrence
can someone help me fill in the benefits form
who is the chair of trustees these days
which bus goes nearest to the warehouse
is there somewhere to lock my bike while im in getting my food
meter's nearly out, do you do fuel vouchers
whats for lunch at the friday kitchen this week
lost my volunteer badge how do i get a new one
may i bring my dog on shift, he is very calm
which supermarket gives you the most food
any paid jobs going in the warehouse
what can i cook with 4 tins of mackerel lol
do you do a toy collection at christmas
is there wifi at the front desk
whats the phone number for the desk
can we hold our birthday party in the room upstairs
evening everyone, what a day
how do you get candle wax out of a carpet
anyone watching the football later
what time is it in new york rn
who wrote wuthering heights
i did electronics at uni, can i go straight to the full one
is my daughter too young, shes 10
i only want to hear, not talk, need i a licence for this
when does the next beginners class kick off
cant make the 3rd saturday
got my foundation last month, do i have to wait a bit before going up a level
is the october one in person or online
must i make soldering in the second level
how many questions and whats the pass mark
can i sit it at home
my son is dyslexic and reads quite slowly, he knows all the stuff though. can he get longer for the test or somebody to read it to him
got 17 :( when can i try again
resit cost
how many times is possible to repeat the test
i failed, does anybody tell me which bits i got wrong
whats the tone
nothing on 145.725 since last nigth, is it dead
im only in town for two weeks visiting my sister and im not in your club. would it be ok if i used gb3ml while im here
repeater offset
so nervous to key up lol what do i even say
nobody answered me yesterday at 2pm
sunday net time
what do i need to bring up the hill
where do i put my name down for the 2m tuesday
if rain on contest is it cancelled
can i take one of the hf rigs home for a bit
deposite for handheld how much
dropped the club handheld down the stairs :/ screen cracked
ive still got the analyser and my 4 weeks are up friday but i havent finished the dipole. any chance of hanging on to it a bit longer
how much per year
id like to have a look first before i commit to anything. do i have to pay the first time i turn up or is it ok to just come along
membershp fee for joining in september, is full or half
where is the scout hut
are you open on the 27th dec
can i watch the talks from home, i have no car for come
i live in a flat on the 4th floor, what can i do for hf
landlord wont let me drill anything
do i need plannign permission for a pole
small garden only 6 meter, which antenna is possible
passed on saturday!! when can i transmit
how do i pick my letters
i have pass but the website dont know my candidate number
is a 30 quid handheld any good
2nd hand hf rig how much should i expect
havent done the exam yet, shoud i get a radio now or wait
cw group when
do i need cw for the licence
how long untill i manage a slow qso with 15 min a day
can someone lend me a straight key
how do i get a key to the shack
my mate hasnt got his ticket yet but hes dead curious. can he have a go on the hf in the back room if i bring him
i have foundation, how many watts i am allowed on station of club
where do i send qsl cards after the contest nights, does the club have a bureau
is there a dmr repeater nearby
could you run the foundation course at our school
wifi password for the hut
any good mock tests for the exam
where did we come in last months contest
echolink on the repeater, how do i connect
neighbour says my radio breaks up his tv
what swr is ok for a loft dipole
can i talk on marine channels with my licence
whats the clubs callsign
can i have my late grandads callsign
whats the talk about this month
can i bring my dog to the hut
when is the agm, want to bring up the membership fees
which coax for 70cm
i would like to be tutor for the foundation, how i apply
which paddle should i buy for morse
what model are the loan handhelds
how high is the repeater aerial and what power does it run
lost my exam certifcate, how do i get another
whats for dinner everyone
who won the f1 on sunday
thanks, have a nice evening all
does anyone know a decent plumber
missed the cutoff by like 20 mins am i screwed
how many late days do i have again
how much points it costs when i upload on tuesday and not on sunday
can i still pass if i bomb the written test but did great on all the homework
how much is the exam in the final grade
had a terible week 2, does every sheet count or do they throw one out
my roomate wants to look at my week 6 solution, just look. ok or not
got an email that my upload looks like someone elses. what happens to me now, first time ever
me and a friend talked it thru and ended up with pretty much teh same loop. does that count as plagiarism, im scared we both get reported
is copilot ok
can chatgpt explain me why my loop never stops, or is even that forbidden
asked gemini to fix one function and pasted it in, week 5. thats fine right
is 0.14 open saturdays
which login for the lab machines
all my files from yesterday are gone!! i saved them on the desktop
keybord of one pc in the weir building is dead, who do i tell
ssh just hangs forever and then times out
do i have to come to campus or can i use the lab machines from home
permision denied when i log in with vs code remote, password is 100% correct
is the exam on paper or do we code on a computer
which hall feb 6
do they take marks off if i forget a colon when i write code by hand
cheat sheet typed or handwritten
scraped through with a bare pass in february, can i go again to bump it up
when do i have to sign up for the resit in march
if i flunk twice do i have to redo all the weekly stuff next yr
where do i hand it in
never got a confimation mail, did it even go thru
zipped the wrong folder ugh. can i send a new one or is the first one final
can i just dm my files to the ta, the portal is being slow
all green at home, 0/8 on the server
I've run it like 50 times on my machine and it always prints the right thing. Then I submit and test 3 says timeout. No idea what I'm supposed to change
how many labs can i skip befor im in trouble
i came 20 min late and the ta didnt put me on the list
my slot clashes with work from next month, can i move to another group
cant make it tuesday this week, ok if i sit in with the thursday ppl
flu since monday, cant get out of bed, where do i send the docters note
my grandma died and i cant think about week 7 rn
sick on exam day
'python' is not recognized as an internal or external command
which python version are we using
only have an ipad, is that enough
mac terminal keeps saying 2.7 or 3.8 or whatever, i definately installed the new one
when do tas read the questions channel
office hours room
im so behind on everything and cant afford a private teacher. is there any tutoring thats free
want to speak with marchetti in person, how
can i do it solo
my teammate ghosted me and its due in 2 days
in a pair do we both uplaod or just one of us
week 5 is coming and I don't know anybody here, everyone already seems to have a buddy. how do people find each other
can i do my own idea insted of the 6 topics
when is the final project due
demo how long
are the lectures recorded
how many ects do i get for this
is there a printer in the lab rooms
can i drop the course without it showing on my transcript
sample solution week 3
is there a java course after this one
i already did two years of programing in high school and honestly im bored. can i get the credit without sitting through all this
im an exchange student and fly home 1 feb, can i write the exam earlier
how do i become a ta next year
ta took 3 points off for style and i dont agree, how do i get a regrade
does the uni lend laptops for a semster
git install mac
lockers near 0.15
how do i install the uni vpn on ubuntu, the client just crahses
what does week 8 ex 3 mean with rotate the list
which lab group is the one in english
what day does the new sheet come out
is registration for the february exam automatic or do i have to do somthing
can i keep my university login after i graduate
anyone want pizza tonight
did u see the game yesterday omg
how do i get red wine out of a carpet
good morning everyone ☀️
can u text me the code instead of using an app
two factor codes rejected
my handphone was stolen and i did not save the backup codes, how i can enter in my account again please
This password reset link is no longer valid.
just a blank white screen after i type my pasword
cant log in anymore, says too many attempts. how long do i gotta wait
coming from another tool, need my invoice numbers to start at 2045 not 1
my tax guy says there can't be any holes in the sequence. i just deleted two drafts. am i in trouble lol
why doesnt my draft have a numer yet
svg logo fails
how do i get rid of the 'sent with billwren' line at the bottom
client paid 5 days ago and still nothing in my bank, first time using this
do u guys take a cut when someone pays online
how do i refund a card payment, custmer payed twice
same bill every month to the same guy, it should just go out by itself
recurring on the 31st, what happens in february
charge card automaticaly monthly
how do i bill a gernam company with 0% when im in france
gst + pst same line
where i must write my tax id so it is coming on the pdf
prices i enter are already gross but the totel adds 19% on top again
how do i keep one specific customer from getting the nagging mails
customer is angry, he paid by bank transfer and still recieved 'your invoice is 14 days late'
edit reminder text
my invoice goes to junk in outlook evrey single time
550 no such mailbox here: info@muellerbau.example
can i just drop them the link on whatsapp
what do i need to set up so mails come from me@mydomain and not from you
wrong street on an invoice and its already sent, help
client paid half and now he says the hours are wrong. i have to lower the total but the edit button is greyed out. what now
credit note how
how much is it
You have used 5 of 5 invoices this month
theres 7 of us in the offce now, need the cheapest plan that fits
want my money back for the annual, bought it 3 days ago
delete everything u have on me
stop subscription
Row 31: invalid country
all the é and ü turned into garbage after the client import
got like 400 customers in excel, do i rly have to type them all in again
can i bring my invoice history over from freshbooks
download all pdfs
my bookeeper needs the q3 numbers in some kind of file
my accountant works in xero, is there an export for that
my steuerberater wants to look inside by himself, i don't want to pay one more seat only for him
This invitation has expired
selling the company in may. the new boss should get the whole account incl. the payment stuff and i should be out. how does that work
dont want team members seeing how much we make lol
if i remove a ex employe what happens to the invoices he wrote
usd bill one client
picked pounds by mistake when i signed up, should be euros, already sent a few
where does the exchnage rate in the report come from, doesnt match my bank
429 too many requests
since this morning every call gives 401 key_revoked, we changed nothing
can you ping my server when somebody pays
closed the tab before copying the tokn, where do i see it agian
can i force two factor for everyone on my team
does 2fa work with a yubikey instead of the six digits
how do i change the email address i log in with
can it put a late fee on top when the invoice is overdue
is there an iphone app to send invoices from
any discount on studio for charities
need the invoice in french for one client, rest stays english
want to ask for a 50% deposit before i start, can the invoice do that
turn a quote into an invoice
stripe says my account is restricted and now card payments dont work
import my product list with prices from a csv
connect my bank account so my expenses come in by themselves
i have two companies, can i run both from one login
how to attach my timesheet pdf to the invoice mail
do u support xrechnung, government customer wants e-invoices
can my clients see all thier past invoices in the client portal
finish the invoice now but send it tomorrow at 9
give 10% off on one invoice line
how do i check the signature on a webhook
is there a test mode for the api so i dont create real invoices
where do i download the receipts for my own billwren plan
morning everyone ☕
who won the match last nite
whats a good cheap laptop for university
how long do you boil an egg so its still runny
lmao same
what happens if not enough ppl sign up
gb meaning
hi all, came here from a reddit post, totally new. do you have the finch in stock somewhere or is it this preorder thing people keep talking about
where do i sing up for the finch
picked the wrong pcb in the form!! still open til friday
i designed a 40% and want to know if ppl would actually want it. how do i go about that here
how many votes it needs for become real
do most intrest checks end up happening
550 is a lot in one go for me this month, just had to pay for car repairs. can i split it somehow
lost my job and need my money back, the buy closed in march
its 8 months past the date you promised. at this point id rather just have the cash back tbh, who do i talk to
cancle order pls
friend wants to take over my slot, how do we do that officially
bought someones spot, do u have my name now or do i tell you
transfr to other person
any news on the moss caps
its been 14 months and all i see is 'production', did something go wrong
for what reason in february nobody is working at the factory
is there a wiatlist or something
closed yesterday and im 12 hours late, can u squeeze me in pleeease
when do leftovers go on sale
extras are how much more expansive
who handles usa orders
shippng cost germany
i have keycaps from one gb and a board from another, both nearly done i think. can you throw them in one box so i only pay postage once
my friend has got his one already but me not, why
moving to a new flat next month, order still says the old one
new adress
mark as gift plz
uk here, do i get hit with a bill at the door for the 400 quid board
import tax for norway who must pay
is vat in the price (france)
pcb dead straight out the bag
small scrach on the inside edge of the case, do i get a new one
got it built and honestly i hate how it sounds, nothing like the video. can i return it
i have not all gaskets in the box, 4 is missing
how do i swap caps lock and ctrl
via doesnt see my board
esc trick doesnt work, no drive pops up
which uf2 is mine
will i loose my layout if i update
how to put in bootloder mode my finch
how many switches for the finch, they come in packs of 35 here
pulled out the E one and a pin is folded flat, is that why the key does nothing
does it come with stabs and caps or is it just the case
mine came out way greener than the picture on the site
will the pc case go yellow
where i can see real fotos, not computer picture
scared of soldring lol who does it for money
how much to get it assembled
can u post mine straight to the builder
im in europe and never lubed anything in my life, id rather pay a pro than ruin 80 bucks of switches. anybody near me and how long do they usually need
is there a wireless version of the finch
how heavy is the finch once its built
can i get an invoice with my company vat number on it
do you do gift cards
how do i make the underglow change colour in via
what lube for stabs
will there be a second round of tidepool
what profile are the moss caps, cherry or sa
how do i clean my keycaps
tracking says deliverd but nothing is here
which factory makes the cases
how do i get on the builder list, ive done like 30 boards
can i record macros in via
board keeps disconnecting when my laptop wakes up
i lost a screw of the case, which size it has
are there deskmats with the tidepool set
when does the render contest end
do i have to be 18 to join a buy
i have new email, how do i change it on my order
what time is it in tokyo rn
happy birthday mia!!
why is the sky blue
my cat just knocked over the plant again lol
want a korean partner, where do i post that
its been over a week and nobdy messaged me :(
can i have 2 exchange buddies at once or is it one each
how do i get a different colour next to my name
can i change my level, put beginer in january and im way better now
whats on friday
missed the french chat yesterday, was hoping i could watch it back
gotta bounce after 20 mins tonite, is that rude
too shy to talk, can i just lurk and listen
cant get into the italian voice room, says its full
me and my partner want somwhere quiet to talk just us two
how do i get ppl to tell me when i say smth wrong
someone keeps correcting me in the french channel and i never asked him to
whats the pencil for
she hasnt answered in 3 weeks, did i do something wrong
got ghosted again lol
how do i drop a partner who doesnt reply so i get matched with somone else
is it ok to ask her out
can i ask for a pic so i know who im talking to
what hapens if someone is caught flirting on here
theres like ten of us learning greek now, could we get our own channel
the dutch chanel is gone, it was here in spring
which languages do you have, is turkish in there
is spanish at 18:00 my time or london or what
how do i see what hour it is for my partner without googeling it every time
everything was an hour later than usual this week and i missed it
wanna host a german film quiz, who do i ask
how early does the form need to be in
my first evening as the one leading is next thursday and i'm properly nervous. what if nobody says a word and i just sit there. i'd feel so stupid
am i able to mute ppl during my own sesion if they get loud
paid a guy from here for four hours and he never showed up
where do i find someone proffesional for lessons
do i really have to write everything in japanese in there, what if im missing a word
my french is awful and i keep mixing english in, feel like everyone hates it
a mod told me off for typing english, am i in trouble now
parrot isnt sending me anyting
the flag doesnt work when im in proofread, only there
someone posted a wall of korean, how do i find out what it says
how many times a day can i use the bot
my sister is 17 and wants to do italian too. she saw me with my partner and wants one as well, could she sign up for that or is she too young
it wont let me into the late night calls, im 17 if that matters
do you check peoples id
missed yesterday bc of work, hope im not out
when does the next challenge strat
does it count if i record myself instead of typing
how do i get in on that thing where u post every day for a month
a mod was really nasty to me, who can i go to
if i report him will he find out it was me
there's this guy who keeps telling me i'm pretty and asking for photos, every single night. i don't want drama. i just want it to stop
shoud i keep the screenshots or can i delete the chat
any good polish material, podcasts or whatever
where r the flashcards
anyone got a free pdf of the grammar book everyone uses
how do i change my nickname on here
how do you become a moderater
how long does it take to get from A2 to B1 in german
can someone translate my birth certificate officially
can i add the translation bot to my own server
how do i mute notifcations for the lounge
anyone know if theres an exam prep group for the japanese jlpt
can we have a music bot in the voice rooms
what headset do you lot use for the calls
my mic cuts out every few seconds in the voice rooms
can i ask to be matched only with other women
how do i delete all my messages if i leave
whats a normal price for an hour of spannish with a tutor
how do you pay for the bot, can i donate
which book are they reading on wednesday
can my duolingo streak show up next to my 30 day badge
can my friend come to game night if she isnt on discord
what do server boosters get
whats the difference between ser and estar in spanish
good night everyone, sleep well
how tall is mount everest
my cat just knocked over my coffee haha
anybody playing the new zelda
is it cheaper to fly on a tuesday
how do i tell if hardware transcoding is really on
spent all evening on quick sync. turned it on in the dashboard, restarted twice, activity still shows (sw). debian 12 if that matters
nvenc which driver
film keeps stopping every 30 sec with the spining circle
activity shows 0.6x next to transcoding, whats that mean
where do christmas specials go
got the normal one and the 4k version of the same movie, how do i get them under one entry
double episode s01e01 e02
do i have to strip all that [x265][10bit] junk from the file names befor i add them
it thinsk my dune is the 84 one lol
poster is awful, can i upload my own
wrong film, I correct it and after each scan it goes again to the bad one
fix match where
i'm away for work next week and want my shows on the ipad in the hotel. whats the safest way to set that up
isp has me behind cgnat
is it ok to just open 8420 on the router
my brother streams off my server from his place and then my whole upload is gone. can i cap it somehow
subtitles are 3 seconds behind the actors
little squares instead of polish letters
How must I call the srt so that the server is finding it
can it downlaod subs by itself
how do i stop my 7yo from seeing the horror stuff
me and my gf are on one login and the continue row is a mess
pin on my profile
half the cartoons dissapeared for my daughter since i set her to age 6, the ones left all have a rating
one album shows up as 14 differnt ones with a single song each
subsonic login
music on a plane, no internet
All is organised in folders artist/album/track but the server is ignoring it and says unknown artist
samsung tv from 2021, cant find the app in the store
does chromecast work
parents have a roku. thinking of letting them use my films and albums, will that do or should i get them something else
moving from an old nas to a mini pc. how do i take everything over without loosing what weve watched
what do i need to back up
everything is on an smb share and it never notcies when i add something
can i make it rescan every 15 min
copied a whole series into my movies folder and parlour acts like its not there
permission denied on /media/jonas/disk1 but i can open it fine as myself
EACCES: open '/media/usb/Films'
chmod does nothing on my ntfs drive
what user does the service run as
how old can an intel be and still convert video with its built in graphics
how much ram
can movies sit on slow usb disks or do i need ssd for evrything
forgot the admin password of my own server, embarrassing
too many attempts, locked
my mum clicked forgot and no mail ever comes
going from 3.9 to 4.0 tonight, which folder shoud i copy first just in case
its been "converting database" for 20 min now, can i kill it
updated this morning without thinking and i hate it, half my home screen moved around. no i didnt make a copy of anything. how do i go back to the old version
does it update itself or is that on me
colours are all purple and green
hdr movie on a normal tv looks foggy
tone mapping
can i record live tv with a tuner stick
does it do audiobooks with chapters
how do i group all the bond films into a collection
is there a skip intro button in the apps
change the language of the tv app
can parlour run on another port than 8420
download films on the ipad app to watch offline
mark a whole season as unwatched for one account
two subtitles at once, english and spanish
make subtitles bigger / yellow
does it encode to av1 on an intel arc card
watch a film together with a friend in sync
my nas sleeps, can the server wake it up when someone presses play
last.fm scrobbling for music
5.1 sound comes out as stereo on apple tv
limit each account to one stream at a time
can it play trailers before the film
remove parlour completely from my windows machine
2fa for the admin login
does parlour rename my files for me or do i need another tool
whats new in 4.1
hiii
is it gonna rain in berlin tomorrow
pixel or iphone, cant decide
happy birthday marta!!
how tall is everest
what do you put on pizza besides cheese
they skipped our house again this morning, whole row got emptied except us
what time can i put the bins out
does colection still happen thurs if theres a bank holiday monday
can i leave my car outside the house on the 21st or will i be stuck in all day
do we need our own chairs for the do in june
the guy at number 9 is driling on a sunday afternoon AGAIN
noise from no 14 again, bass thru the wall every fri til 2, cant sleep
next doors dog barks all day when theyre at work what can i even do
how much for second car
swapped my car last week do i have to pay all over again
my permit hasnt come yet and the warden is doing the rounds, am i gonna get a tiket
my mum's driving up for 3 days from tuesday, where do i buy the day thingies for her windscreen
plumber coming tmrw morning, does he need smth for the van
mates coming over saturday, do they need anythin in the windscreen
my carer comes by car every day and i cant aford another book of those things. is there any help with that
is there a carpet cleaner and does it cost
shed open when
so the hedge trimmer died on me halfway down the hedge... do i owe you money
can i keep the drill one more week
newletter deadline
i do dog grooming from home, what would it cost me to advertise with you
nothing ever comes through our door on mill close, everyone else seems to get a copy
how do i join
do i have to be paid up to come to the thing on finch st in june or is it for everyone
lost my memebrship card
when do you lot next get together
can i join the meeting by video, got a 4 month old and no sitter
where r the minuts
looking for somewhere indoors for my daughters 5th birthday, about 40 ppl
is the hall cheaper if ur a membr
we've had to call off our booking on the 14th, do we get the money back
lamp outside no 22 been flickring for days, driving me mad
massive crater in the road by the post box nearly came off my bike
i told the council about the hole on finch st 6 weeks ago, still nothing. who can push them
how long is the wait for a plot
can anyone pick the herbs
dont have a patch of my own but id like to get my hands dirty now n then, any day i can just turn up and do some weding
someone trying car door handles on alder rd rn
got the guy on my ring doorbell shall i post it here
bike marking when
how do i get into my streets channel
which doctor has room for new ppl round here
moved in two weeks ago and dont know a soul. is there anything on just for new people
got a dead washing machine, who takes it
am i ok to stick a table on the pavement with a free sign
some idiot dumped a matress at the end of quarry lane
what time does the ice cream van come down finch st
who won the raffle at last years street party
does the hall have wifi
is the hall ok for a wheelchair, are there steps
id like to give my old drill to the shed, who do i hand it to
can i volunteer to run the shed on saturdays
who drew the bird at the top of the newsletter, its lovely
are chickens allowed on the garden plots
when is the council going to resurface quarry lane properly
how many people are on the committee
whats the size of the black bin in litres
does shredded paper go in the blue bin or the black one
neighbours are building an extension, how do i object to the planning
why dont we have a 20 limit on alder road
will there be electric car chargers on our street any time soon
how much money did we make at the party last time
Cat missing since sunday near mill close, grey with white paws, has anyone seen her
how old do you have to be to borrow power tools
how do i get a disabled bay painted outside my house
do motorbikes need a parking permit
can the association pay for a new bench on the green
is there someone to mind the kids at the meetings
morning all, anyone else already on their third coffee
whats the capital of australia
who do we think wins tonight
my laptop takes ten mins to start, any ideas
how many stone is 80 kg
how do i get everything out of mossnote as plain files
export on iphone only gives me pdf or markdown for the one note i have open. where is the button for all of them
whats this Conflicts notebook, i never made that
my gf and me both write in the same notebook and now theres duplicat stuff everywhere!!
does it wrok with google drive
just got a second laptop. how do i make my notes show up on both
sync nextcloud webdav
dropbox has been going for 2 hours now and its at 30%. is that nromal the first time or did it hang
can my webhost read what i write if i use their webdav
is the stuff on teh laptop itself scrambled too or only whats in dropbox
do i have to turn the master password thing on on every device or just the one
new laptop wants the master pw and i have no clue what it was. phone still opens everything fine tho
pls reset my encryption key, user is tomas_k
locked out of encrypted notes
google keep reminders vanished after import
i've a directory with 600 .txt files which i want have inside mossnote, the subfolders should become notebooks if posible
pictures are just grey squares on my phone
screenshots go blurry when i paste them, in the original you can read the small text just fine
stuff i write on the pc doesnt arrive on my samsung untill i tap the icon
background refresh ios
how do i force a sync on the phone right now
Xiaomi is killing mossnote always. Battery I already put on no restrictions, still nothing comes
vim bindings
can i rebind ctrl+k, it clashes with my password manager
is there a quick way to hop to another note by typing its name, i hate reaching for the mouse
ok so last weekend i added that kanban thing everybody likes. since then typing lags by like a second and the fan never stops. how do i find out if thats really what it is
can i use extensions on android or is that just pc
got a .mpl file from someone in here, what do i do with it
dark mode
text is way to small for my eyes, where do i make it bigger
where does user.css go
selected all by accident and typed over my entire thesis outline and then it saved. please tell me i can get yesterdays version back
delted something 3 weeks ago, is it gone
how do i see what this page said last tuesday
cant find the history button in the android app
database disk image is malformed
c: is full, want mossnotes data on d:
is it a bunch of md files under the hood or one big db
found a bug, it crashes whenever i paste a spreadsheet in. who do i tell
where is log.txt
got an idea for a calendar view, do i open an issue for that or what
Cannot reach Mossnote
how do i connect the web clipper in firefox
when i share a page from chrome on my pixel i only get the link and no text. on the pc it grabs the whole thign
whats the catch, how do you guys make money
is it free for companies too, about 30 ppl
licence
me and my wife want to share one shopping list on both our phones
real time collab like gdocs
I need to give my colleague only read permission on some notes, not on all
sendng one note to my landlord, he doesnt have the app
how do i put a table in a note
can i lock one single note with my fingerprint
does it do handwriting with the s pen
can it export by itself every night
how do i set a reminder on a note
does search look inside attached pdfs
rename notebook
how do i write my own plugin, is there api docs somewhere
change the app to spanish
does sync go through a company proxy, we have one with a login
can i sync only one notebook to my phone and leave the rest
how often does desktop sync, can i make it every minute
dropbox says token expired when i hit synchronise
which notes link to this one, is there a backlinks panel
make the web clipper always save into my Inbox notebook
clipped article has none of the images
i still have windows 7, where do i find an old version that runs
sort notes by title not by date
turn off history for just one note
how do i empty the trash right now, dont want to wait 30 days
morning all, coffee first
who won the 98 world cup
any recs for a cheap mechanical keyboard
my sourdough starter smells like nail polish, is that ok
can someone check my python homework
whats the time in tokyo rn
can u guys reset my master pw pls
vault says wrong every time but im 100% sure im typing it right
found recovery sheet, now what
helper program has exited
firefox addon sits there with 'waiting for fernkey' forever, fresh ubuntu 24.04
chrome extension grey
updated the add-on to 3.1 yesterday and since then it doesnt talk to the program anymore. reinstalled twice, rebooted, same thing. im on fernkey 2.6 if that matters
samsung autofill nver suggests my logins anywhere
on my pixel it fills in apps but not in chrome, why
xiaomi no popup
before it was working with accessibility, now i can't find this option anymore
my bank asks user n password on 2 pages, only the first gets filled
why does it offer the login on www.shop.example but not on acount.shop.example
login inside iframe
found a page where its totally borked, where do i dump that
import from bitwarden
got all my stuff saved in chrome, how do i get it in here
moved over from lastpass and my attachd files are missing
do u have a cloud i can just sign up for
added a login on the pc and it doesnt sync to my moblie
can i keep the file in dropbox
3 devices same vault
why do i suddenly have two vault files. one says conflict in the name and i'm scared to delete the wrong one
nextcloud made a second .fern, no idea which is the right one
merge two vaults
i edited in the phone and in the computer wihtout internet, now some entries are old
will an old raspberry pi be enough
refusing to connect to http://192.168.1.20:8470: TLS required
update server binary
can this replace google authenticator
the 6 digit codes it gives me are alwyas refused by github
steam guard
isnt it kinda dumb to keep the totp right next to the pw
yubikey not detcted on fedora
if my security key breaks am i screwed
is it possible with iphone to hold the key on the back for opening the vault
slot 1 or 2
has anybody independent ever checked if its secure
argon2 memory default
i think i found a vulnerability, dont want to post it in public
deleted my email login by acident yesterday, need it back
cannot open vault.fern: file is damaged (unexpected end)
google window keeps hijacking it whenever a site wants to make a passkey
passwordless login support
does webauthn work on android 13
can i take my passkyes with me if i ditch this for another app
gotta type that long pasword 20 times a day, annoying af
change lock timeout
i always use touch id on my macbook. today out of nowhere it wants the real password. did i get hacked or is that normal
when i switch the app on my phone the session is lost, i must open it new each time
me n my wife both need the netflix password
send password link
can the kids get it so they use the logins but cant edit anything
apt: cant locate package fernkey
blank white window on linux, nvidia + wayland
im on opensuse, wich download do i take
how do i turn on autofill on iphone
is there a safari extension
how long should the master password be
make the generated passwords longer by default
dark theme for the browser extension
check if any of my passwords were in a leak
portable windows version for my usb stick
load ssh keys from the vault into ssh-agent
is there a command line tool for scripts on linux
how many users can one sync server handle
2fa for the login to the sync server itself
can it fill in my credit card on checkout sites
clear the clipboard sooner after i copy a code
can i sort my entries into folders
two factor codes on the apple watch
is the android app on f-droid
fingerprint option isnt there on my new phone
type the password into a desktop program, not a site
show me wich of my sites use the same password
back up the sync server database every night
macos says "Fernkey is damaged and should be moved to the bin"
gm all
what's the capital of kazakhstan again
anyone got a good recipe for lentil soup
that new dune movie was sooo long
which phone should i get, pixel or iphone
haha true
is it doable in one saturday or nah
hours to assmble mini
how much time i must count for mounting the H2, i am beginner
do i have to solder anything
paper trick, how many times do i go round the corners
left side of the plate is way closer to the nozle than the right, its a mini
do i have to relevel before every print or what
h2 mesh 1.1mm difference
pla keeps coming off the plate 5 min in
corners curlign up
ok so ive washed it twice with soap and it still peels off in spots. the lines look kinda like separate strings not touching each other, what do i change
the print not adhere to the plate, i clean with alcohol but is same
screen is blakn after i put the new bin on
which file do i download, my board is black
how 2 flash
want to ditch marlin on my h2, do you guys have a printer.cfg i can start from
if i go klipper and hate it can i get back to stock
will i loose the guarantee if i put other firmware with a pi
belt is broken, where i can order other one
do you sell just a bag of screws, want a few extra for a mod
ive got my eye on a used h2 but im worried youll stop making stuff for it and then im stuck with a paperweight. how long do you keep things in stock for older machines
mainboard died after 14 months what now
warranty on nozzles
bag 12 wasnt in there
cant find the screws for chapter 5
so i finally unpacked everything today and one of the rods is bent, the carton had a huge dent in it too. is there a form for this or do i just email
in my packet lacks one bearing, what i do
do i pay customs to switzerland
ordered monday still no trackign
how many days for arrive in portugal
wife says no lol. bags still sealed, can i get a refudn
i got halfway thru chapter 7 and realised this isnt for me at all, the wiring scares me. would you still take it or am i stuck with it
who is paying the postage if I give it return
nozzle swap hot or cold
v6 thread or something proprietry
plastic is coming out over the heater block
how do i do a cold pull
spring how many mm
filamnet getting chewed up to powder
can it do nylon out of the box
lots of popping and stringy prints lately, spool has been in the garage since spring
I have old rolls of 2.85, will it be possible to put them
fans are so loud my gf hates it
auto levle for mini how much
it beeps and stops heating halfway thru
mintemp on screen
nozzle shows -14 and it wont heat, did i fry somehting
how big can i print on the mini
can the bed go to 120 degrees
do you sell the h2 already built
can i buy an extra year of warranty
wheres the firmware source code, is it on github
how do i change the langauge on the screen
will the power supply work on 110v
does the mini have wifi
how often do i grease the rods
can i pick up my order at the workshop in ghent
can i run two extruders on the v4 board
layers shift to the left halfway up the print
octoprint on the h2 how to connect
can i cancel before it ships, ordered an hour ago
gave wrong address with my order, can u fix before it goes out
is it ok to leave the enclosure on for pla
whats the newest firmware version number
is it just me or is spotify down again
gm everyone
how do i get coffee stains out of a white shirt
need a good sci fi book for the train. something funny and not too long pls
bought 500 gems, card was charged, zero gems
payment pending
what number off the reciept do u need from me
restore buton where
put the app back on and my gold frame is missing
hit restore and my gems didnt come back, why
my 6 yr old got hold of my phone and spent 80 dollers on coins omg. she had no idea its real money. what can i do
my gem balance is minus 200 and it wont let me buy
how long do i have to ask google for my money back
lost all my levels
It asks me which save I want to keep, I don't know what to choose
was on 840 and now im at 1. not gonna lie i cried a bit. never linked it to anything and i deleted the app cause it was glitching, is there any hope
can u roll back my acount to last week
getting an s24 tmrw how do i keep everything
levels iphone to android
i play in bed on the ipad and on the train id use my phone. can both have the same progress or do i have to pick jsut one
bought no ads in spring and its full of them again after every level
how do i turn off the bundle popups every time i open it
watched the whole thing and got no heart
no video available
how many vidoes can i watch a day for coins
ad wont close
getting casino stuff all the time and my daughter plays this too. can you block that kind of thing please, its really not ok
the comercials blast at full volume even with my phone on mute
something opened the play store by itself twice today, who do i tell
when does tile race end
no event on my map but my sister has treasure trail on hers
What level it is needed for the Team Harvest
2nd place no reward
everyone on my team got the chest exept me
how long after sunday do the rewards show up
how long till a life comes back
more hearts free
set my clock ahead once and now its all lockd
i had 112 days and now it says 0 becuase you guys were down last night. im so mad, do we get it back
what time does the day flip over, i need my win in before that
flew to japan and my counter went to 0 even tho i played
our leader hasnt been on in a month and nobody can kick the dead accounts
max team size
some guy in chat is insluting everyone how do i report him
stuck on 412 for two weeks
can u just skip me past this one plz im beging
no moves no shuffle
stuck at 80%
keeps closing by itslef since the update
is android 8 still ok
google says to clear cache and clear data when an app misbehaves. which one is safe, im scared of losing my levels
wheres my id
wrote to you guys 3 days ago and nobody answered
long flight tomorow and i wanna play the whole way. will it work in airplane mode
do wins on the subway with no signal still go toward my streak
how do i chnage my nickname
my gf is out of gems and ive got like 9000. can i send her some, or does everyone have to buy their own
promo code gems
cant pay with paypal, only shows card
how do i delete my account for good
i have two accounts, can you merge their progress into one
is there a version for pc
what does 1st place in tile race actaully get
when is the halloween event this year
what does the double hearts pass actually do
how do i hide my gold frame from other people
how do i use the magnet booster
how many levles are there in total
the music is so annoying i want it off but keep the tile sounds
im colour blind and half the tiles look the same to me
team logo change
how much battery does the game use per hour
why are the ads a whole minute long now
i get an email every single day telling me to come play. already have the game, dont need that, how do i stop it
does my team see when i was last online
who won eurovision this year
how do u get red wine out of a carpet
good night all, sleep well
is it gonna rain in manchester tomorrow
whats 15 percent of 240
recommend me a show to binge, finished everything
what should i buy, got like 80 bucks
is 8mb flash and 64mb ram enugh
default ip login
factory or sysupgrade, which file for the first install on a tp-link
tp-link page says the file is invlid when i upload it
all leds dead after the power went out in the middle of flashing
bricked pls help
the power light is blinking since one hour, no ping, nothing is answering after the flash
doing the tftp thing, pc is on the right address, reset held down. but the box never asks for the file. whats next
upgrade 4.3 to 5.1
did the udpate and now my adblock and vpn are gone
how do i save all my settings to a file
there is a new version, how i put it without to lose my configuration
have to send it in for repair so i need the vendor firmware on it again
remove pinewave
will the shop notice smth if i bring it back under guarantee
the orignal file has boot in its name, is that bad
forgot my admin pw and locked myself out lol
factory reset button
bought this used with pinewave on it and the guy doesnt remember his login. i dont need any of his settings. how do i get in
the light blinks but i never hit the buton in the correct moment for failsafe
wifi was 600 mbit on stock, now 250
even over lan cable i only get 300 of my gigabit line, why
since the firmware the signal is so weak, one room away and it's gone
14 neigbors here all on the same channel probly, where do i check
only the slow wifi is in the list
wlan1: radar check on channel 100, 60s left
opened the port but friends still cant join my minecraft server
wan ip starts with 100.72 and i cant reach my cam from anywhere, why
printer fixed ip
i can reach my nas with the domian from the office but when i am at home it don't works
visitors should get internet but not see my nas, how
airbnb guests are eating all my bandwith
seperate ssid friends
my mother in law can not print when she is in the visitor wifi
phone sticks to the basement one even when im right next to the other
only half the speed on the second mesh box, is that normal
extend isp wifi
how do i get into my home network when im traveling
mullvad only for the apple tv, everything else normal
the wireguard tunel makes only 200 mbit but my line is gigabit, why is so
youtube still shows commercials
since adfilter is on my banking app doesnt load, how do i let it through
laptop is clean but my phone still gets all the ads
loaded that huge million line blocklist yesterday. since then the box rebots every hour or so. 128mb model
insane lag in valorant whenever my brother is downloading some game
bufferbloat grade f
the video call is freezing when some upload to cloud is running
turned on sqm and im stuck at 400 of 1000, is it suposed to be like that
pppd: no PADO, giving up after 3 tries
cable isp gives no ip to the new router, old one still works
pppoe some sites hang
plugged in a usb hdd, how do i see it on my pc
can read the files but not write, ntfs disk
external disk goes click click and then disapears
install failed: only 120 kB free on /overlay, need 410 kB
storge full
can a thumb drive give me more space for packages
deleted like five preinstalled things and the free kb number is exactly the same as before. what a joke. what am i missing
2.4 wifi drops every ten minutes on all devices
block internet for the kids after 9pm
ipv6 not working with my isp login
how do i turn the router leds off at night
how much data did each device use this month
change the router from 192.168.7.1 to another address
chrome says the admin page is not secure
build my own image with the packages already inside
dynamic dns, my wan address changes every night
usb printer on the router so the whole house can print
lte stick in the usb port as backup internet
send a wake on lan from the router to my pc
old laptop cant connect to the wifi since i set wpa3
hide the network name
is there upnp
iptv box from my isp stutters, do i need igmp something
login page with terms for guests like hotels have
use my own pihole as dns instead of adfilter
two isps, switch over when one is down
send the log to a syslog server
ssh key for root insted of a password
yo whats up
how many grams in an ounce
my cat just threw up on the keyboard fml
anyone watching f1 this weekend
can someone recommend a monitor for photo editing
ok thx
zsh: command not found: drystone
apt gives me 0.31, how do i get teh current one on ubuntu
install on windows
got it through go and now none of the webp stuff works
mapping values are not allowed in this context
can i make up my own fields like rating: 4 and print that in the layout
renamed a post, want the old link to keep working
ERROR no layout found for kind "section"
followed the quickstart, made a site, first build and it just complains theres nothing to render the home page with
cloned my repo on the new laptop, now every single page fails. theres a folder in themes/ but its empty
deploy to cloudflare, what do i put as build command
rsync
does public belong in git or not
finally pushed my first site, was so proud. looks perfect on lcoalhost but online its just black text on white, no colours no nothing. what did i do wrong
mixed content warnng
base_url for a github project page
style.css is 404 since i moved everything into /blog/
todays post isnt showing up
how do i hide a half written page
I would like to see the drafts only on my own computer
embed youtube
my iframe gets eaten, its just not in the output
writing a tutorial about drystone itself and it keeps running the {% %} bits instead of showing them
own shortcode that takes two argumnets, how
photos straight off my phone are 6mb each and the page takes foreever. can it resize them
how do i get webp out of my jpgs
avif as source gives me an error
theme from the gallery, menu is emtpy
i want a different footer than the one it came with. last time i changed the file and the next update overwrote everything, so how do you do that properly
custom.css
people on feedly only get the first paragraph, i want them to get the whole post
can i do a podcast with this
only 20 itmes in my feed, need more
sidebr with all topics and how many posts each has
Recipes vs recipes, will that make two pages
two languages, english and french, for every page. how
button in the header to jump to the german version
arabic / right to left
The "read more" stays english everywhere, also on the german pages
build tkaes 4 mintues for 300 posts
my related posts loop kills it
preview wont reload, have to hit f5 every time i save
inotify limit reached
wsl doenst notice when i change a file
changed the config and nothng happens till i kill serve and start it again, is that normal
how can visitors find old posts on my blog without going through google
search.json is 9mb and phones choke on it
search never finds japanese words
300 wordpres posts, can i bring em over with the pictures
can i reuse my hugo layouts
moving my old jekyll blog and i really dont want links to break, some of those posts are linked from all over the place
elementor pages turned into div soup
how do i add comments under posts
how do i put a contact form on a page
math formulas in markdown, katex or so
can code blocks on a page have line numbers
show 10 posts on a page and then a next button
does it make a sitemap.xml
minify the html when i build
can i use scss in my theme
where do i paste the analytics snippet
password on one page only
table of contents at the top of long posts
point my own domain at github pages
how do i get my theme listed in the gallery
open the preview on my phone over wifi
0.60 breaks my templates, is there a list of what changed
lightbox when you click on images
is there a command that lists all my drafts
send new posts from the feed out as an email newsletter
send visitors to /fr/ if their browser is french
import from ghost
can i give a whole folder of posts the same tag without editing every front matter
night everyone
anybody going to fosdem this year
which chair is good for back pain
react or svelte for a first job, what do you think
lol that cat gif
whats the difference between the glitchless category and any%
all lids how many
can i just do one single levle and get a time for it
when does the timing stop, crown drop or creidts
the time is stop in the pause menu or it continue
i have finish my first full game and put the video on youtube, now what i must do for be on the leaderboard
submit where
put the wrong date on my pending one, can i still fix that
is 2h10 too slow to send in lol
do i need to be on cam in the video or is the game enough
my twitch vod dissapeared and now theyre saying the link is dead
30 or 60 fps
savestates ok on emulator or nah
which pcsx2 settins do i have to leave alone
my disc is scratched to death, anyone got a link to the iso
jp or us
im in germany so all i have is the 50hz one. is it even worth starting on that or am i just gonna be behind forever
does the pc remaster count here
verification is stuck on pending for 9 days
how many time need the mods for watch my run
its been over a month now, wher do i poke someone about it
theres a red flag next to it and i have no clue what i did
got rejected, can i apeal
so my submission bounced because apparently theres no sound, my bad. is that a strike now or can i just fix it and send it again
reject reason where i can see it
whos the person for all lids stuff
how do u become a moderator
some bot is spamming scam links in genral, who do i ping
i rebound jump to the shoulder button, thats legal right
my thumb dies on the mashing bit so i bought a pad with an auto fire switch. is anyone going to mind if i use that
is it permit to use macro on the controller
my timer counts all the loading screens and i end up like 4 min slower than i should be
autosplitter wont start
im on a real ps2, will it split for me by itself or do i have to press a key after every stage
downloaded livesplit, where are teh split files for this game
just found this game last week and ive never speedran anything. theres so many videos and tricks i dont even know what to look at first, help
should i learn lid storage right away
what finishing time is decent for somone new
how can i train only clockhouse without to play everything before
.gci file goes in which folder
sick of redoing the celler over and over just to get to the hard part
the save pack wont load on my european disc
how do i join on saturday
for the weekly thing do i have to go live or can i just record it
mid race and my dog just pulled the plug on the console, what do i type
pretty sure this guys wr is spliced
if i report someone will they find out it was me
what happens to poeple who get caught cheating
ok i went through it frame by frame and theres no way that jump is real. can i post my proof in general or do you want it somewhere else
changed my discord nick but the leaderboard still has the old one
want all my times deleted
do i have to show my country
it wont let me change my name agian, says i have to wait
whats the any% world record rn
who has the co-op recrod
how do i do the elevator skip
where is lid 43, been looking for it all day
dolphin keeps stutering on my laptop, whats the best graphics setting
can someone explain how lid storage works frame by frame
which capture card should i buy for my video
how much does the japanese disc go for these days
who won the last race season
which mod is online right now
how i set up obs for streaming the race
can i make the livesplit window transparant
is anyone doing a tas of glitchless
furnace king second phase is killing me, any trick to beat him
is the leaderboard site down for anyone else
forgot my pasword for the leaderboard site
my memory card got corrupted, can the saves be rescued somehow
thinking of buying a new pad, which one has the best dpad for this
what date is the next big marathon
does the remaster run at 144hz
will there be a kettle knight 3
how many runners are on the board in total
only got eggs and rice in the house, what do i cook
how do i fix a driping tap
anyone seen that new space movie yet, is it worth going
my gf just broke up with me lol
what do i need before i can register
form t1 where
bachelor, 112 credits, can i start already
nobody wants to be my supervisor lol, 3 nos so far
how do i write to a prof i never met
master here. would a postdoc be ok or does it have to be a prof
do i have to look for the second examiner myself
when is t3 due
a friend of the family has a phd and works in a hospital, she knows my topic really well. could she be the one who grades it too
the second one just retired and i submit in 5 weeks
want to reword the title a bit
my topic is dead, no data anywhere. can i give it back
theres a spelling mistake in the letter you sent me
bachelor, week 5, is it too late to pick somthing else
need 2 more weeks
is working 30h a week a reason for an extension
until when I must give the T4 paper
covid, 10 days before i have to submit
burnout.. my therapist says i shoud stop writing for a while. does that even count or do they want something physical
where to send the sick note
was ill in hospital for 2 months, what about my thesis now
how many weeks bachelor
i study part time, do i get more months
where can i see my excat due date
is there a latex templet
what comes after the title page, abstract or contents
prof doesnt care how it looks but says ask the office. so which font size and spacing do you want
do the appendix and bibliography count
master, im at 104 and really cant cut any more. will i loose points
citation apa or harvard
how I quote a book which I have not read but other author is mentioning it
asked my prof about refrences and she said do whatever. thats not helping, whats the default
where can i get it bound
is spiral ok
how many copys
does the printing have to be double sided, and do my graphs need colour
where do i hand it in when its finished
upload says file too big
already back in spain, can i mail the paper versions or do i have to fly in for that
my deadline is a sunday and ur closed then
how long do i have to talk
can my parents come watch my defence
how much of the grade is the oral part
what if wifi dies in the middle of my online defence
do i need to show id on camera
used chatgpt for proofreading, do i have to write that somewere
forgot to sign the declaration
do you run a plagarism check
the honesty statement thing, can i phrase it how i want
my company wants the uni to sign an nda
i write it at my job, can my boss be the one who marks it
how i can lock it so nobody reads it, there is secret numbers inside
doing it at the place where im employed, do i stil need someone from the faculty
defended 2 weeks ago, no grade in the portal
results when
i need a proof that im done for a masters application, their deadline is in 10 days and my marks are not in yet
its been 8 weeks since my defence, who can i ask about the mark
what happens if i fail the thesis
can you send me an example of a thesis with top grade
can two of us write one together
do i have to stay enrolled until the defence
can i publish my thesis as a book later
who helps with spss
does the office do profreading
can i get my degree certificate in english
graduation ceremony date
my grade is way too low and the report is full of mistakes imo. how do i apeal
where can i post my survey so people fill it in
how much does the thesis count in my overall degree average
what do people wear at the defence
my supervisor hasnt answerd my mails for 3 weeks
can i change my supervisor halfway
table captions above or below
can i register while im on leave of absense
powerpoint template for the defence
anyone knows a good ramen place
how tall is mount kilimanjaro
happy friday everyone!!
which bike lock is best
did you see that storm last night
why do cats purr
which headsets work, ive got a pico 4
psvr2 when
half my punches count as misses even when i clearly hit the thing
everything is fine during the day but in the evning my left hand just floats off somewhere. i only have one lamp on then, could it be that
can i box with just my hands no controllers
my flat is tiny, ive got like 2 by 2 metres if i shove the sofa over. is that enough room for boxing or am i wasting my money
i keep creeping forward and punched my tv last night
can i do this in the garden when its sunny
how high cieling
calories seem way off
my watch says 410 and the game says 290, whos right
0 kcal after 40 min
garmin not showing up in the list
my chest strap is fine with my phone, shows my pulse and evrything. but the headset just keeps serching and finds nothing, any ideas
what do i get if i dont subscribe
card got declined, hope im not locked out now
montly to yearly
uninstalled it and they still charge me
broke my ankle on saturday so thats me done till summer. can i put my sub on hold instead of paying for nothing
cancel subscripton steam
if i stop now do my stats get wiped
nauseous after 5 min
the backgroud moving makes me so dizzy, can that be turned off
my wife tried it and went green in the face lol. what should she start with as a total newbie, something gentle on the stomach
The picture is not sharp and after I have bad head
foggy lenses
are alcohol wipes ok for the lenses
my foam thing stinks so bad noone wants to touch it
bad knees, anything without squats
im in a wheelchair and not sure this is for me
one arm only
Please something without jump, the neighbour under me is angry
how do i get into my friends room
im the only one of us with a memebership. can my mates do the paid ones with me if i host or does everybody have to cough up
cant hear anyone, cant talk either
coach is way louder than the music
why did my favorite song dissapear from the 80s one
my kids hang around while i train and some tracks have f bombs in them. is there a clean setting or do i just mute it
got kiked out the second my wife started on the other headset
is my 11 yr old allowed on this
app sharing membership
did a whole hour workout and its not in my histroy
battery died right at the very end, like i could see the finish button. is that whole session lost now or does it come back
weekly goal not updating
cant conect the app to my headset, it wants some digits
can it put my sessions in apple health
strava
On the phone is only the training from yesterday, but in the headset I see today also
the targets are all above my head
why am i sunk into the ground up to my knees
less deep sqauts
My son was using before me and now all the balls are coming to my belly
why was i 12th on sunday and nowhere on monday
dont want starngers seeing my name up there
some dude has 999999 points on the boxing one, thats obviously not possible. is there anybody who checks that
best head strap quest 3
how long does the hedset battery last when boxing
id like to see my real room while boxing, like passthrough
is there a student discount on membership
a mate gave me a promo code for a free month of membership. where on earth do i type that in
stuck with a dumb profile name from when i signed up, want a new one
how many calories should i eat a day to lose weight
im 45 and havent done sport in years, my doctor said go easy. what heart rate should i be aiming for in boxing
where can i request songs for new workouts
will you add yoga workouts
how heavy should my wrist weights be
how much storage does the game take on the headset
lost access to the email on my account, need a differnt one on there
pregnant here, are the low impact ones safe
some creep keeps joining my rooms and i want him blocked
do you get badges for finishing workouts
what happens to my stats if i delete a profile
can i replay the daily workout from last week
what should i cook tonight
anyone here into formula 1
how tall is the eiffel tower
happy birthday jess!!
my boss is doing my head in today
how do i write a cover letter for a bar job
`
  .trim()
  .split('\n');
